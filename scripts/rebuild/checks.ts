import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { listFiles } from './list-files.ts'
import { readLinks, readStructure, type PageStructure } from './page-facts.ts'

export type CheckInput = {
  publicDir: string
  siteUrl: string
  /** Paths that must be there, e.g. «/novosti/…/»; one per published document and one per section. */
  expected: string[]
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
    if (!/\.(html|xml|ics|json|css)$/.test(file)) continue
    const text = readFileSync(join(input.publicDir, file), 'utf8')
    const { faults: reasons, links } = checkFile({ file, text, siteUrl: input.siteUrl })
    for (const reason of [...reasons, ...deadLinks(links, has)]) faults.push({ path: pathOf(file), reason })
  }
  return faults
}

type FileInput = {
  file: string
  text: string
  siteUrl: string
  /** Whether its links matter; reading them takes most of the time. */
  hasLinks?: boolean
}

/** What is wrong with one file, and the files of ours that must stand behind its links. */
export type FileCheck = {
  faults: string[]
  /** The link as it is written, and the file it leads to. */
  links: { link: string; file: string }[]
}

/** Reads one file of the site; whether its links lead anywhere is a question for `deadLinks`. */
export const checkFile = (input: FileInput): FileCheck => {
  if (input.file.endsWith('.html')) return checkPage(input)
  if (input.file.endsWith('.xml')) return checkXml(input)
  if (input.file.endsWith('.css')) return checkStyles(input)
  if (input.file.endsWith('.ics')) return { faults: checkCalendar(input.text), links: [] }
  if (input.file.endsWith('.json')) return { faults: checkJson(input.text), links: [] }
  return { faults: [], links: [] }
}

/** The links behind which there is no file, in words. */
export const deadLinks = (links: FileCheck['links'], has: (file: string) => boolean): string[] =>
  links.flatMap(({ link, file }) => (has(file) ? [] : `ссылка в никуда: ${link}`))

/** The server answers these paths with 301, see redirects.json. */
const readRedirects = (publicDir: string): Set<string> => {
  const path = join(publicDir, 'redirects.json')
  if (!existsSync(path) || checkJson(readFileSync(path, 'utf8')).length > 0) return new Set()
  const table: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return new Set(typeof table === 'object' && table !== null ? Object.keys(table) : [])
}

const checkPage = ({ file, text, siteUrl, hasLinks = true }: FileInput): FileCheck => {
  const faults = emptiness(readStructure(text))
  // The examples of the gallery lead to invented addresses.
  if (!hasLinks || file.startsWith('komponenty/')) return { faults, links: [] }
  const { links, ids } = readLinks(text)
  const lost = links.filter(
    (link) => link.startsWith('#') && !['', 'top'].includes(link.slice(1)) && !ids.has(decode(link.slice(1))),
  )
  return {
    faults: [...faults, ...lost.map((link) => `ссылка в никуда: ${link}`)],
    links: links.flatMap((link) => (link.startsWith('#') ? [] : internalLink(link, file, siteUrl))),
  }
}

const emptiness = (page: PageStructure): string[] => {
  if (!page.title) return ['страница без названия (title)']
  if (page.headings !== 1) return [`заголовков первого уровня: ${page.headings}, нужен один`]
  return page.hasText ? [] : ['страница пуста']
}

const checkXml = ({ text, siteUrl, file }: FileInput): FileCheck => {
  const validity = XMLValidator.validate(text)
  if (validity !== true)
    return { faults: [`не разбирается: ${validity.err.msg} (строка ${validity.err.line})`], links: [] }
  if (!/sitemap/.test(file))
    return { faults: /<item>|<channel>/.test(text) ? [] : ['лента без канала'], links: [] }
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => unescapeXml(match[1] ?? ''))
  return {
    faults: addresses.length === 0 ? ['карта сайта пуста'] : [],
    links: addresses.flatMap((address) => internalLink(address, file, siteUrl)),
  }
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

const checkStyles = ({ file, text, siteUrl }: FileInput): FileCheck => ({
  faults: [],
  links: [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, link = '']) =>
    link.startsWith('#') ? [] : internalLink(link, file, siteUrl),
  ),
})

/** The file behind an address of our own site; nothing for other sites, mail, data and what the CMS answers. */
const internalLink = (link: string, file: string, siteUrl: string): FileCheck['links'] => {
  // Most links are plain paths: no need to take them apart.
  const url = /^\/[\w/.-]*$/.test(link) ? null : URL.parse(link, `${siteUrl}/${file}`)
  if (url && url.origin !== siteUrl) return []
  const path = url ? decode(url.pathname) : link
  return dynamicPaths.test(path) ? [] : [{ link, file: fileAt(path) }]
}

const resolves = (path: string, has: (file: string) => boolean): boolean => has(fileAt(path))

const fileAt = (path: string): string => {
  const file = path.replace(/^\/+/, '')
  return file === '' || file.endsWith('/') ? `${file}index.html` : file
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
