import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { listFiles } from './list-files.ts'
import { readPage, type PageFacts } from './page-facts.ts'

export type CheckInput = {
  publicDir: string
  siteUrl: string
  /** Paths that must be there, e.g. «/novosti/…/»; one per published document and one per section. */
  expected: string[]
  /** Files known to be good: equal to those of a checked release whose every file still exists. */
  checked?: ReadonlySet<string>
}

/** A reason not to show this build. `path` is the page it is on. */
export type Fault = { path: string; reason: string }

/** Addresses that the CMS answers, so no file of the site stands behind them. */
const dynamicPaths = /^\/(admin|api|preview)(\/|$)/

const requiredFiles = [
  'index.html',
  '404.html',
  'robots.txt',
  'sitemap-index.xml',
  'novosti/rss.xml',
  'kalendar/vse.ics',
]

/**
 * Reads a finished build as a resident's browser would and lists everything that must not go live: pages missing,
 * links and pictures that lead nowhere, pages without content, feeds that do not parse.
 */
export const checkSite = (input: CheckInput): Fault[] => {
  const files = listFiles(input.publicDir)
  const redirects = readRedirects(input.publicDir)
  const has = (file: string) => files.has(file) || redirects.has(`/${file.replace(/index\.html$/, '')}`)

  const faults: Fault[] = []
  for (const file of requiredFiles) {
    if (!files.has(file)) faults.push({ path: `/${file}`, reason: 'файла нет в сборке' })
  }
  for (const path of input.expected) {
    if (!resolves(path, has)) faults.push({ path, reason: 'страница не собрана' })
  }
  for (const file of files) {
    if (/\.(html|xml|ics|json|css)$/.test(file) && !input.checked?.has(file)) {
      const text = readFileSync(join(input.publicDir, file), 'utf8')
      for (const reason of checkFile({ file, text, siteUrl: input.siteUrl, has })) {
        faults.push({ path: pathOf(file), reason })
      }
    }
  }
  return faults
}

type FileInput = { file: string; text: string; siteUrl: string; has: (file: string) => boolean }

/** The server answers these paths with 301, see redirects.json. */
const readRedirects = (publicDir: string): Set<string> => {
  const path = join(publicDir, 'redirects.json')
  if (!existsSync(path) || checkJson(readFileSync(path, 'utf8')).length > 0) return new Set()
  const table: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return new Set(typeof table === 'object' && table !== null ? Object.keys(table) : [])
}

const checkFile = (input: FileInput): string[] => {
  if (input.file.endsWith('.html')) return checkPage(input)
  if (input.file.endsWith('.xml')) return checkXml(input)
  if (input.file.endsWith('.ics')) return checkCalendar(input.text)
  if (input.file.endsWith('.json')) return checkJson(input.text)
  return checkStyles(input)
}

const checkPage = ({ file, text, siteUrl, has }: FileInput): string[] => {
  const page = readPage(text)
  // A redirect page has nothing but its target.
  if (page.isRedirect) return brokenLinks({ page, file, siteUrl, has })
  // The examples of the gallery lead to invented addresses.
  if (file.startsWith('komponenty/')) return emptiness(page)
  return [...emptiness(page), ...brokenLinks({ page, file, siteUrl, has })]
}

const emptiness = (page: PageFacts): string[] => {
  if (!page.title) return ['страница без названия (title)']
  if (page.headings !== 1) return [`заголовков первого уровня: ${page.headings}, нужен один`]
  return page.mainLength < 20 ? ['страница пуста'] : []
}

type LinkInput = { page: PageFacts; file: string; siteUrl: string; has: (file: string) => boolean }

const brokenLinks = ({ page, file, siteUrl, has }: LinkInput): string[] =>
  page.links.flatMap((link) => {
    if (link.startsWith('#')) {
      const id = decode(link.slice(1))
      return id === '' || id === 'top' || page.ids.has(id) ? [] : [`ссылка в никуда: ${link}`]
    }
    const path = internalPath(link, file, siteUrl)
    return path === null || dynamicPaths.test(path) || resolves(path, has) ? [] : [`ссылка в никуда: ${link}`]
  })

const checkXml = ({ text, siteUrl, has, file }: FileInput): string[] => {
  const validity = XMLValidator.validate(text)
  if (validity !== true) return [`не разбирается: ${validity.err.msg} (строка ${validity.err.line})`]
  if (!/sitemap/.test(file)) return /<item>|<channel>/.test(text) ? [] : ['лента без канала']
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '')
  if (addresses.length === 0) return ['карта сайта пуста']
  return addresses.flatMap((address) => {
    const path = internalPath(unescapeXml(address), file, siteUrl)
    return path !== null && resolves(path, has) ? [] : [`в карте сайта несуществующий адрес ${address}`]
  })
}

/** RFC 5545: every BEGIN has its END, and the file is one VCALENDAR. */
const checkCalendar = (text: string): string[] => {
  const open: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const [, word, component] = /^(BEGIN|END):(.+)$/.exec(line) ?? []
    if (word === 'BEGIN' && component) open.push(component)
    if (word === 'END' && open.pop() !== component)
      return [`календарь не разбирается: лишний END:${component}`]
  }
  return text.startsWith('BEGIN:VCALENDAR') && open.length === 0 ? [] : ['календарь оборван']
}

const checkJson = (text: string): string[] => {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [`не разбирается: ${error instanceof Error ? error.message : String(error)}`]
  }
}

const checkStyles = ({ file, text, siteUrl, has }: FileInput): string[] =>
  [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, link = '']) => {
    const path = link.startsWith('#') ? null : internalPath(link, file, siteUrl)
    return path === null || resolves(path, has) ? [] : [`нет файла ${link}`]
  })

/** The path an address of our own site has; null for other sites, mail and data addresses. */
const internalPath = (link: string, file: string, siteUrl: string): string | null => {
  const url = URL.parse(link, `${siteUrl}/${file}`)
  return url?.origin === siteUrl ? decode(url.pathname) : null
}

const resolves = (path: string, has: (file: string) => boolean): boolean => {
  const file = path.replace(/^\/+/, '')
  return file === '' || file.endsWith('/') ? has(`${file}index.html`) : has(file)
}

const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray % is part of the name
  }
}

const unescapeXml = (text: string) => text.replaceAll('&amp;', '&')
