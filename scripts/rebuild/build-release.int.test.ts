import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeFixture } from '../../site/test/fixture/index.ts'
import type { BuildJob, BuildOutcome } from './build-release.ts'
import { switchTo } from './releases.ts'
import { createRenderer, RenderError } from './renderer.ts'

let folder: string
let siteDir: string
let mediaDir: string
let snapshot: string
let server: Server
let cmsUrl: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
  siteDir = join(folder, 'site')
  mkdirSync(siteDir)
  const fixture = await writeFixture(join(folder, 'fixture'))
  mediaDir = fixture.mediaDir
  snapshot = readFileSync(fixture.snapshotFile, 'utf8')
  server = createServer((_, response) => void response.end(snapshot)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  cmsUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const build = async (id: string, options: Partial<BuildJob> = {}): Promise<BuildOutcome> => {
  const worker = fork(join(import.meta.dirname, 'build-release.ts'), {
    // Vitest's own DEV, MODE, … would make Astro think it is in development.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      PORTAL_NOW: '2026-11-23T09:00:00.000Z',
    },
  })
  const job: BuildJob = {
    siteDir,
    id,
    code: 'code',
    cmsUrl,
    siteUrl: 'http://localhost:3000',
    mediaDir,
    previousId: null,
    minRevision: 0,
    ...options,
  }
  const outcome = new Promise<BuildOutcome>((resolve) => worker.once('message', resolve))
  worker.send(job)
  return outcome
}
const errorOf = (outcome: BuildOutcome) => (outcome.state === 'failed' ? outcome.error : '')
const publicFile = (id: string, file: string) => join(siteDir, 'releases', id, 'public', file)

/** The fixture's first news item, changed. */
const changeNews = (change: (doc: Record<string, unknown>) => void) => {
  let id = ''
  let page = ''
  const lines = snapshot.split('\n').map((text) => {
    if (id !== '' || !text.includes('"collection":"news"')) return text
    const line = JSON.parse(text) as { id: string; doc: Record<string, unknown> } // the fixture's own line
    id = line.id
    page = `novosti/${String(line.doc['slug'])}/index.html`
    change(line.doc)
    return JSON.stringify(line)
  })
  return { text: lines.join('\n'), id, page }
}

it('builds the whole site, checked and compressed, with the bundle for previews', async () => {
  const outcome = await build('a')
  expect(outcome).toMatchObject({ state: 'built', release: { id: 'a', revision: 1 } })
  for (const file of ['index.html', 'index.html.br', 'novosti/index.html.gz', 'novosti/rss.xml']) {
    expect(existsSync(publicFile('a', file)), file).toBe(true)
  }
  expect(existsSync(join(siteDir, 'releases', 'a', 'app'))).toBe(true)
})

it('shares unchanged pages with the release before, on disk and in the browser’s cache', async () => {
  const before = snapshot
  const changed = changeNews((doc) => (doc['title'] = 'Другой заголовок новости'))
  snapshot = changed.text
  expect(await build('b', { previousId: 'a' })).toMatchObject({ state: 'built' })
  snapshot = before
  const inode = (id: string, file: string) => statSync(publicFile(id, file)).ino
  expect(inode('b', 'deputaty/index.html')).toBe(inode('a', 'deputaty/index.html'))
  expect(inode('b', 'deputaty/index.html.br')).toBe(inode('a', 'deputaty/index.html.br'))
  expect(inode('b', changed.page)).not.toBe(inode('a', changed.page))
})

it('names the document that makes its page fail', async () => {
  const before = snapshot
  const broken = changeNews(
    (doc) => (doc['body'] = { root: { type: 'root', children: [{ type: 'nonsense' }] } }),
  )
  snapshot = broken.text
  const outcome = await build('c')
  snapshot = before
  expect(outcome).toMatchObject({
    state: 'failed',
    isRetried: false,
    document: { collection: 'news', id: broken.id },
  })
  expect(errorOf(outcome)).toMatch(/^страница \/novosti\/.*: документ news\/.* «.+»: .+/)
})

it('refuses a snapshot that was cut short, or is older than the site', async () => {
  const before = snapshot
  snapshot = before.split('\n').slice(0, -20).join('\n')
  const cut = await build('d')
  expect(cut).toMatchObject({ state: 'failed', isRetried: true })
  expect(errorOf(cut)).toMatch(/неполон/)
  snapshot = before
  expect(await build('e', { minRevision: 2 })).toMatchObject({ state: 'failed', isRetried: true })
})

it('says plainly that the CMS does not answer', async () => {
  const outcome = await build('f', { cmsUrl: 'http://127.0.0.1:9' })
  expect(outcome).toMatchObject({ state: 'failed', isRetried: true })
  expect(errorOf(outcome)).toMatch(/CMS не отвечает/)
})

it('previews a draft on the real page, and a draft that cannot be shown says why', async () => {
  await switchTo(siteDir, { id: 'a', revision: 1, code: 'code', builtAt: '' }, 'publish')
  const renderer = createRenderer({ siteDir, siteUrl: 'http://localhost:3000', log: () => {} })
  try {
    let doc: Record<string, unknown> = {}
    const { id } = changeNews((original) => (doc = { ...original, title: 'Черновик про фонтан' }))
    const path = `/novosti/${String(doc['slug'])}/`
    const html = await renderer.render({ path, overlay: [{ collection: 'news', id, doc }] })
    expect(html).toContain('Черновик про фонтан')
    expect(await renderer.render({ path, overlay: [] })).not.toContain('Черновик про фонтан')
    await expect(renderer.render({ path: '/novosti/net-takoj/', overlay: [] })).rejects.toThrow(RenderError)
  } finally {
    await renderer.stop()
  }
})
