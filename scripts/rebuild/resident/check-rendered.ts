import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentPath, hasPage } from '../../../collections/documentPath.schema.ts'
import type { Change } from '../../../site/src/cms/resident.ts'
import type { Publish, RenderedFile, RenderError, Site } from '../../../site/src/resident/entry.ts'
import { checkFile, deadLinks, type FileCheck } from '../checks.ts'

type Options = { site: Site; siteUrl: string; publicDir: string }

/**
 * Looks at the files of a publish before it goes live, as a resident's browser would. A page must not be empty, and what
 * an editor has just written must not link to nowhere; a link that dies because another page went is that page's matter.
 */
export const createChecks = ({ site, siteUrl, publicDir }: Options, changes: readonly Change[]) => {
  const faults: RenderError[] = []
  const linked: { pathname: string; document: Change; links: FileCheck['links'] }[] = []
  const ownPages = new Map(changes.map(pageOf).filter((page) => page !== null))

  return {
    look({ file, pathname, body }: RenderedFile) {
      const change = ownPages.get(withSlash(pathname))
      const text = new TextDecoder().decode(body)
      const check = checkFile({ file, text, siteUrl, hasLinks: change !== undefined })
      if (change) linked.push({ pathname, document: change, links: check.links })
      for (const fault of check.faults) faults.push(faultOf(pathname, fault, change))
    },
    /** All faults, once every file has been looked at. */
    faults(publish: Publish): RenderError[] {
      const rendered = new Set(publish.files)
      const removed = new Set(publish.removed)
      const redirects = new Set<string>()
      for (const { from } of linked.length > 0 ? publish.snapshot.collections.redirects.sorted : [])
        redirects.add(from)
      const has = (file: string) =>
        rendered.has(file) ||
        (site.has(file) && !removed.has(file)) ||
        publish.media.needed.has(file.slice('media/'.length)) ||
        (!removed.has(file) && existsSync(join(publicDir, file))) ||
        redirects.has(`/${file.replace(/index\.html$/, '')}`)
      const dead = linked.flatMap(({ pathname, document, links }) =>
        deadLinks(links, has).map((fault) => faultOf(pathname, fault, document)),
      )
      return [...faults, ...dead]
    },
    /** A fault of a page that is found elsewhere, with the document to blame. */
    fault: (pathname: string, reason: string) => faultOf(pathname, reason, ownPages.get(withSlash(pathname))),
  }
}

const faultOf = (pathname: string, reason: string, change: Change | undefined): RenderError => {
  const document = change && 'collection' in change ? named(change) : null
  const who = document ? `документ ${document.collection}/${document.id} «${document.title}»: ` : ''
  return { pathname, message: `страница ${pathname}: ${who}${reason}`, document }
}

const named = (change: Extract<Change, { collection: string }>) => {
  const title = change.doc && 'title' in change.doc ? change.doc.title : null
  return { collection: change.collection, id: change.id, title: title ?? '' }
}

const pageOf = (change: Change): [string, Change] | null => {
  if ('global' in change || !change.doc || !hasPage(change.collection)) return null
  const slug = 'slug' in change.doc ? change.doc.slug : null
  return slug ? [documentPath(change.collection, slug), change] : null
}

const withSlash = (pathname: string) => (pathname.endsWith('/') ? pathname : `${pathname}/`)
