import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir } from '../dataDir.ts'

/** What a flyer says of a page; `changedAt`: when its file was written. */
export type SitePage = { title: string; gist: string; siteName: string; isDemo: boolean; changedAt: Date }

/** A page as the site shows it now; null when there is none, or it asks search engines to pass by. */
export const readSitePage = async (file: string): Promise<SitePage | null> => {
  const release = join(dataDir(), 'site', 'current')
  // A publish that is being moved into place counts already (scripts/rebuild/tree).
  for (const folder of ['layer', 'public']) {
    const path = join(release, folder, file)
    const html = await readFile(path, 'utf8').catch(nothingThere)
    if (html !== null) return pageOf(html, (await stat(path)).mtime)
  }
  return null
}

/** Pure: what the head of a page says of it. */
export const pageOf = (html: string, changedAt: Date): SitePage | null => {
  const title = meta(html, 'property="og:title"')
  if (!title || /<meta name="robots" content="[^"]*noindex/.test(html)) return null
  return {
    title,
    gist: meta(html, 'name="description"'),
    siteName: meta(html, 'property="og:site_name"'),
    isDemo: meta(html, 'name="demo"') === 'yes',
    changedAt,
  }
}

const meta = (html: string, which: string): string => {
  const start = html.indexOf(`<meta ${which} content="`)
  if (start < 0) return ''
  const from = start + `<meta ${which} content="`.length
  return unescaped(html.slice(from, html.indexOf('"', from)))
}

/** What Astro escapes in attributes; «&» last, so that nothing is unescaped twice. */
const unescaped = (text: string): string =>
  text
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:#39|#x27|apos);/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()

const nothingThere = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
    return null
  throw error
}
