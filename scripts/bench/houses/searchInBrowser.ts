import { createServer, type Server } from 'node:http'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { addressTitle, type AddressParts } from '../../../collections/Houses/address.schema.ts'
import { makeSearchIndex } from '../../../site/src/integrations/searchIndex.ts'
import { launchChromium } from '../../test/browser/chromium.ts'
import { figure, print, printRatio, type Figure } from '../figures.ts'
import { clumsily } from './syntheticHouses.ts'

const slowdown = 4
const questions = 120

type Asked = { text: string; expected: string }
type Answered = { ms: number; first: string }

/** The search of /dom/ in Chromium at a quarter of its speed, beside Pagefind's and a scan of all addresses, same questions. */
export const benchSearch = async (
  url: string,
  houses: readonly AddressParts[],
  folder: string,
): Promise<void> => {
  const asked = Array.from({ length: questions }, (_, turn): Asked => {
    const house = houses[(turn * 7919) % houses.length]
    if (!house) throw new Error('No houses')
    return { text: clumsily(house, turn), expected: addressTitle(house) }
  })
  const browser = await launchChromium()
  const peer = await servePagefind(houses, folder)
  try {
    const page = await browser.newPage()
    const network = await page.context().newCDPSession(page)
    const transferred = await countBytes(network)
    await page.goto(`${url}/dom/`)
    const pageBytes = transferred()
    await slow(network)
    const first = await askOurs(page, asked.slice(0, 1))
    print({
      bench: 'houses',
      variant: 'first result, streets and shards',
      n: 1,
      value: transferred() - pageBytes,
      unit: 'bytes',
      target: 30_000,
    })
    print(
      figure(
        { bench: 'houses', variant: 'first result, cold', unit: 'ms' },
        first.map(({ ms }) => ms),
      ),
    )
    tell('search of /dom/, files fetched on the way', asked, await askOurs(page, asked))
    const ours = tell('search of /dom/', asked, await askOurs(page, asked))
    print({ ...ours, target: { p95: 50 } })

    const scan = tell(
      'peer: scan of all addresses',
      asked,
      await askScan(page, asked, houses.map(addressTitle)),
    )
    printRatio(ours, scan, { rank: 'p95' })
    await page.goto(peer.url)
    tell('peer: Pagefind, files fetched on the way', asked, await askPagefind(page, asked))
    const pagefind = tell('peer: Pagefind', asked, await askPagefind(page, asked))
    printRatio(ours, pagefind, { rank: 'p95' })
  } finally {
    await browser.close()
    peer.server.close()
  }
}

const tell = (variant: string, asked: readonly Asked[], answers: readonly Answered[]): Figure => {
  const line = figure(
    { bench: 'houses', variant: `${variant}, ${slowdown}× slower`, unit: 'ms' },
    answers.map(({ ms }) => ms),
  )
  print(line)
  const right = answers.filter(({ first }, index) => first === asked[index]?.expected).length
  print({
    bench: 'houses',
    variant: `${variant}, the right house first`,
    n: asked.length,
    value: right / asked.length,
  })
  return line
}

/** From the letter that is typed to the answer on the page. */
const askOurs = (page: Page, asked: readonly Asked[]): Promise<Answered[]> =>
  page.evaluate(async (questions) => {
    const field = document.querySelector<HTMLInputElement>('#address')
    const list = document.querySelector('#found')
    if (!field || !list) throw new Error('This is not the page of the search')
    const answers = []
    for (const { text } of questions) {
      const started = performance.now()
      const answered = new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => (observer.disconnect(), resolve())).observe(list, {
          childList: true,
        })
      })
      field.value = text
      field.dispatchEvent(new Event('input'))
      await answered
      answers.push({ ms: performance.now() - started, first: list.querySelector('a')?.textContent ?? '' })
    }
    return answers
  }, asked)

/** What one writes first: every address holds all words, without a word on abbreviations. */
const askScan = (page: Page, asked: readonly Asked[], titles: readonly string[]): Promise<Answered[]> =>
  page.evaluate(
    ({ questions, all }) => {
      const plain = (text: string) =>
        text
          .toLowerCase()
          .replaceAll('ё', 'е')
          .replace(/[^а-яa-z0-9]+/g, ' ')
      return questions.map(({ text }) => {
        const started = performance.now()
        const words = plain(text).trim().split(' ')
        const found = all.filter((title) => {
          const own = plain(title)
          return words.every((word) => own.includes(word))
        })
        return { ms: performance.now() - started, first: found[0] ?? '' }
      })
    },
    { questions: asked, all: titles },
  )

const askPagefind = async (page: Page, asked: readonly Asked[]): Promise<Answered[]> => {
  const network = await page.context().newCDPSession(page)
  await slow(network)
  // As a text: the module is there only in the page.
  return page.evaluate(`(async () => {
    const pagefind = await import('/pagefind/pagefind.js')
    await pagefind.init()
    const answers = []
    for (const { text } of ${JSON.stringify(asked)}) {
      const started = performance.now()
      const { results } = await pagefind.search(text)
      const shown = await Promise.all(results.slice(0, 8).map((result) => result.data()))
      answers.push({ ms: performance.now() - started, first: shown[0]?.meta.title ?? '' })
    }
    return answers
  })()`)
}

const slow = (network: CDPSession) => network.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

const countBytes = async (network: CDPSession): Promise<() => number> => {
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await network.send('Network.enable')
  return () => bytes
}

/** Pagefind's index of a page per house, with nothing but the address on it. */
const servePagefind = async (
  houses: readonly AddressParts[],
  folder: string,
): Promise<{ url: string; server: Server }> => {
  const pages = join(folder, 'pages')
  for (const [number, house] of houses.entries()) {
    const title = addressTitle(house)
    mkdirSync(join(pages, String(number)), { recursive: true })
    writeFileSync(
      join(pages, String(number), 'index.html'),
      `<!doctype html><html lang="ru"><title>${title}</title><main data-pagefind-body><h1>${title}</h1><p>${title}</p></main></html>`,
    )
  }
  for (const [file, bytes] of await makeSearchIndex(pages)) {
    const path = join(folder, 'pagefind', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  const types: Record<string, string> = {
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.wasm': 'application/wasm',
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path)
    if (path === '/')
      return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Pagefind</title>')
    if (!path.startsWith('/pagefind/') || !existsSync(file)) return response.writeHead(404).end()
    return response
      .setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      .end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on a port, so it has an address.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}
