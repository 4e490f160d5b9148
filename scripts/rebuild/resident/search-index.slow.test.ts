import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { serveSite } from '../../../cms/server/staticFiles.ts'
import { fixtureNow } from '../../../site/test/fixture/index.ts'
import { code, siteUnderTest, siteUrl, type SiteUnderTest } from '../test/siteUnderTest.ts'
import { startTestCms, type TestCms } from '../test/testCms.ts'
import { createLiveSite, type LiveSite } from './live-site.ts'
import { openBundle } from './open-bundle.ts'

let site: SiteUnderTest
let siteDir: string
let cms: TestCms
let live: LiveSite
let server: Server

beforeAll(async () => {
  site = await siteUnderTest()
}, 120_000)
afterAll(() => site.remove())

beforeEach(async () => {
  process.env['PORTAL_NOW'] = fixtureNow.toISOString()
  process.env['SITE_URL'] = siteUrl // as client.ts gives it to the resident process
  siteDir = site.newSiteDir()
  cms = await startTestCms(site.content(), 'x'.repeat(32))
  live = await openLive()
  server = createServer((request, response) => void serveSite(siteDir, request, response)).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
})
afterEach(async () => {
  await live.stop()
  cms.stop()
  server.closeAllConnections()
  server.close()
  delete process.env['PORTAL_NOW']
  delete process.env['SITE_URL']
})

const openLive = async () => {
  const appDir = join(siteDir, 'compiled', code, 'app')
  const opened = await createLiveSite(await openBundle(appDir), {
    siteDir,
    appDir,
    assetsDir: join(siteDir, 'compiled', code, 'public'),
    mediaDir: site.mediaDir,
    cmsUrl: cms.url,
    siteUrl,
    code,
  })
  await opened.open({ isPinned: false })
  return opened
}

type Pagefind = {
  createInstance: (options: object) => {
    search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string; meta: object }> }[] }>
  }
}

const publicFile = (...path: string[]) => join(siteDir, 'current', 'public', ...path)

/** What a resident's browser does: Pagefind's own code, over HTTP, with the index as it is now. */
const find = async (text: string) => {
  const { port } = server.address() as AddressInfo // a listening TCP server has one
  const { createInstance } = (await import(
    /* @vite-ignore */ publicFile('pagefind', 'pagefind.js')
  )) as Pagefind
  const { results } = await createInstance({ basePath: `http://127.0.0.1:${port}/pagefind/` }).search(text)
  return Promise.all(results.map(({ data }) => data()))
}
const urls = async (text: string) => (await find(text)).map(({ url }) => new URL(url, siteUrl).pathname)

const save = async (change: object | null) => {
  const news = { ...cms.docs('news').find(({ id }) => id === 'n5')!, ...change }
  cms.save('news', 'n5', change && news)
  await live.publish({ reads: true })
}
const path = '/novosti/novost-5/'
const word = 'жирафятник'

const slow = 60_000

it(
  'finds a word once it is published, and no more once it is withdrawn',
  async () => {
    await live.settled()
    expect(await urls(word)).not.toContain(path)
    await save({ title: `Открыли ${word}` })
    await live.settled()
    expect(await urls('жирафятники')).toEqual([path])
    expect(await find(word)).toMatchObject([{ meta: { title: `Открыли ${word}`, kind: 'Новость' } }])
    await save(null)
    await live.settled()
    expect(await urls(word)).not.toContain(path)
  },
  slow,
)

it(
  'finds forms of a word and «ё» typed as «е», and only pages of one document',
  async () => {
    await live.settled()
    const deputies = await find('депутаты')
    expect(deputies.map(({ meta }) => meta)).toContainEqual(expect.objectContaining({ kind: 'Депутат' }))
    const [plain, dotted] = await Promise.all([urls('елкина'), urls('ёлкина')])
    expect(plain).toContainEqual(expect.stringMatching(/^\/deputaty\/./))
    expect(dotted).toEqual(plain)
    const found = await Promise.all(['новости', 'календарь', 'депутаты', 'слушания', 'портал'].map(urls))
    const lists = ['/', '/novosti/', '/kalendar/', '/deputaty/', '/slushaniya/', '/poisk/', '/komponenty/']
    expect(found.flat().filter((url) => lists.includes(url))).toEqual([])
    expect(found.flat().filter((url) => /\/(tema|stranica|\d{4}-\d{2})\//.test(url))).toEqual([])
  },
  slow,
)

it(
  'follows beside the publish, which does not wait for it',
  async () => {
    await live.settled()
    const entry = () => readFileSync(publicFile('pagefind', 'pagefind-entry.json'), 'utf8')
    const before = entry()
    await save({ title: `Открыли ${word}` })
    expect(readFileSync(publicFile(path, 'index.html'), 'utf8')).toContain(word)
    expect(entry()).toBe(before)
    await live.settled()
    expect(entry()).not.toBe(before)
  },
  slow,
)

it(
  'outlives a restart, and follows a rollback',
  async () => {
    await live.settled()
    await save({ title: `Открыли ${word}` })
    await live.settled()
    await live.stop()
    live = await openLive()
    expect(await urls(word)).toEqual([path])
    expect(existsSync(publicFile('pagefind', 'pagefind.js.br'))).toBe(true)
    await live.settled()
    await live.rollback({ before: 1 })
    await live.settled()
    expect(await urls(word)).not.toContain(path)
  },
  slow,
)
