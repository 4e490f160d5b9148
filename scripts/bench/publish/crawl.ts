import { setTimeout as sleep } from 'node:timers/promises'
import { figure, print, timed } from '../figures.ts'
import { create, newestArticle, rename, syntheticArticle } from './articles.ts'
import { createReader, type Page, type Reader } from './reader.ts'
import { announce, type ScaledPortal } from './scaled-portal.ts'

const connections = 16
const publishes = 200
const timeoutMs = 60_000
const slug = 'otmetka'

/**
 * Readers crawl the portal while one article is published again and again, each time with a higher number in its title.
 * Once anybody has seen a number, a request that begins later must not get a smaller one, on whatever page.
 */
export const benchCrawl = async (portal: ScaledPortal): Promise<void> => {
  announce(`${portal.news} news: ${publishes} publishes during a crawl`)
  const { session } = portal
  const model = await syntheticArticle(session, 1)
  const before = await newestArticle(session)
  await create(session, model, slug, title(0))
  const marker = await newestArticle(session)
  if (marker.id === before.id) throw new Error('The marked article is not the newest')

  const reader = createReader(portal.url)
  const topic = `/novosti/tema/${model.topic}/`
  const marked = ['/', '/novosti/', `/novosti/${slug}/`, topic, '/novosti/rss.xml']
  await until('The marked article', async () => {
    const pages = await Promise.all(marked.map((path) => reader.read(path)))
    return pages.every(({ text }) => numbersIn(text).length > 0)
  })
  const crawl = startCrawl(reader, { marked, pages: await pagesOf(reader) })
  const times = await timed(publishes, async (turn) => {
    await rename(session, marker.id, title(turn + 1))
    await until(title(turn + 1), () => crawl.newest() > turn)
  })
  const { requests, errors, mixed, times: waits } = await crawl.stop()
  reader.close()

  const variant = `${connections} readers during ${publishes} publishes, ${portal.news} news`
  print({ bench: 'publish', variant, requests, errors, mixed, target: { errors: 0, mixed: 0 } })
  print(figure({ bench: 'publish', variant: `${variant}: response`, unit: 'ms' }, waits))
  print(figure({ bench: 'publish', variant: `${variant}: save to bytes`, unit: 'ms' }, times))
}

const title = (number: number) => `Отметка № ${number}.`

/** Our typography sets a no-break space. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/Отметка №\s(\d+)\./g)].map(([, number]) => Number(number))

/** All pages there are, by the map of the site. */
const pagesOf = async (reader: Reader): Promise<string[]> => {
  const index = await reader.read('/sitemap-index.xml')
  const maps = await Promise.all(pathsIn(index).map((path) => reader.read(path)))
  return maps.flatMap(pathsIn)
}

const pathsIn = ({ text }: Page): string[] =>
  [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)

const startCrawl = (reader: Reader, { marked, pages }: { marked: string[]; pages: string[] }) => {
  const times: number[] = []
  const faults = { errors: 0, mixed: 0 }
  let newest = 0
  let isDone = false

  const report = (kind: keyof typeof faults, words: string) => {
    faults[kind] += 1
    if (faults[kind] <= 5) console.error(`    ${kind}: ${words}`)
  }

  const visit = async (path: string, encoding: string) => {
    const floor = newest
    const started = performance.now()
    const { status, text } = await reader.read(path, { encoding })
    times.push(performance.now() - started)
    const isWhole = text.trimEnd().endsWith(path.endsWith('.xml') ? '</rss>' : '</html>')
    if (status !== 200 || !isWhole) report('errors', `${path} answered ${status}, ${text.length} characters`)
    const numbers = numbersIn(text)
    const oldest = Math.min(...numbers)
    if (oldest < floor) report('mixed', `${path} shows ${oldest} after ${floor} had been seen (${encoding})`)
    if (marked.includes(path) && numbers.length === 0) report('mixed', `${path} does not show the mark`)
    newest = Math.max(newest, ...numbers)
  }

  /** Every other connection takes compressed copies, as browsers do; every other request is for a page with the mark. */
  const crawl = async (connection: number) => {
    const encoding = connection % 2 ? 'br' : 'identity'
    for (let turn = connection; !isDone; turn += 1) {
      const from = turn % 2 ? marked : pages
      const path = from[Math.floor(Math.random() * from.length)] ?? '/'
      await visit(path, encoding).catch((error: unknown) => report('errors', `${path}: ${String(error)}`))
    }
  }

  const crawls = Promise.all(Array.from({ length: connections }, (_, connection) => crawl(connection)))
  return {
    newest: () => newest,
    stop: async () => {
      isDone = true
      await crawls
      return { requests: times.length, times, ...faults }
    },
  }
}

const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const started = performance.now()
  while (!(await isSo())) {
    if (performance.now() - started > timeoutMs) throw new Error(`${what} was not shown within a minute`)
    await sleep(2)
  }
}
