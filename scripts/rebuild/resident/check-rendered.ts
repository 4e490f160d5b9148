import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentPath, hasPage } from '../../../collections/documentPath.schema.ts'
import type { Change } from '../../../site/src/cms/resident.ts'
import type { Publish, RenderedFile, RenderError, Site } from '../../../site/src/resident/entry.ts'
import { checkFile, deadLinks, type FileCheck } from '../checks.ts'

/** Looks at files before they go live, as a resident's browser would: no page may be empty, no feed cut off. */
export const createChecks = (siteUrl: string, changes: readonly Change[]) => {
  const { faultOf } = createBlame(changes)
  const faults: RenderError[] = []
  return {
    look: ({ file, pathname, body }: RenderedFile) => {
      const check = checkFile({ file, text: new TextDecoder().decode(body), siteUrl, hasLinks: false })
      for (const fault of check.faults) faults.push(faultOf(pathname, fault))
    },
    /** All faults, once every file has been looked at. */
    faults: (): RenderError[] => faults,
  }
}

type Options = { site: Site; siteUrl: string; publicDir: string }

/**
 * The same for a publish, and what an editor has just written must not link to nowhere. A link that dies because another
 * page went is that page's matter: it holds back nothing, and so links are not read when everything is rendered.
 */
export const createPublishChecks = ({ site, siteUrl, publicDir }: Options, changes: readonly Change[]) => {
  const { isBlamed, faultOf } = createBlame(changes)
  const faults: RenderError[] = []
  const linked: { pathname: string; links: FileCheck['links'] }[] = []

  return {
    look({ file, pathname, body }: RenderedFile) {
      const hasLinks = isBlamed(pathname)
      const check = checkFile({ file, text: new TextDecoder().decode(body), siteUrl, hasLinks })
      if (hasLinks) linked.push({ pathname, links: check.links })
      for (const fault of check.faults) faults.push(faultOf(pathname, fault))
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
      const dead = linked.flatMap(({ pathname, links }) =>
        deadLinks(links, has).map((fault) => faultOf(pathname, fault)),
      )
      return [...faults, ...dead]
    },
  }
}

/** Which of the changed documents a page is about, and so to blame for its faults. */
export const createBlame = (changes: readonly Change[]) => {
  const ownPages = new Map(changes.map(pageOf).filter((page) => page !== null))
  return {
    isBlamed: (pathname: string): boolean => ownPages.has(withSlash(pathname)),
    faultOf: (pathname: string, reason: string): RenderError => {
      const change = ownPages.get(withSlash(pathname))
      const document = change && 'collection' in change ? named(change) : null
      const who = document ? `документ ${document.collection}/${document.id} «${document.title}»: ` : ''
      return { pathname, message: `страница ${pathname}: ${who}${reason}`, document }
    },
  }
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
