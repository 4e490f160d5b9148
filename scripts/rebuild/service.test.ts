import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isSignatureValid, sign, signatureHeader } from '../../collections/http/signature.schema.ts'
import type { BuildResult } from './queue.ts'
import { listReleases } from './releases.ts'
import { startService, type Service } from './service.ts'

const secret = 'x'.repeat(32)
let siteDir: string
let cms: { server: Server; url: string; results: BuildResult[]; isDown: boolean; revision: number }
let service: Service | undefined

beforeEach(async () => {
  siteDir = join(mkdtempSync(join(tmpdir(), 'service-')), 'site')
  mkdirSync(siteDir)
  cms = await startCms()
})
afterEach(async () => {
  await service?.stop()
  service = undefined
  cms.server.closeAllConnections()
  cms.server.close()
  rmSync(join(siteDir, '..'), { recursive: true })
})

it('builds a signed publish, switches to it and tells the CMS', async () => {
  await start()
  plan({ revision: 1 })
  expect((await publish(1)).status).toBe(202)
  await vi.waitFor(() => expect(states()).toEqual(['building', 'live']))
  expect(readFileSync(join(siteDir, 'current/public/index.html'), 'utf8')).toBe('revision 1')
  expect(await status()).toMatchObject({ state: 'idle', acceptedRevision: 1, liveRevision: 1 })
  expect(readdirSync(join(siteDir, 'releases'))).toHaveLength(1)
})

it('refuses a wrong signature, an old message, a replay and an older revision', async () => {
  await start()
  plan({ revision: 4 })
  expect((await publish(4, { key: 'y'.repeat(32) })).status).toBe(401)
  expect((await publish(4, { sentAt: new Date(Date.now() - 6 * 60_000) })).status).toBe(401)
  expect((await post('/', '{"revision":4}')).status).toBe(401) // no sentAt
  expect((await status()).acceptedRevision).toBe(0)
  expect((await publish(4)).status).toBe(202)
  const replay = await publish(4)
  expect(replay.status).toBe(409)
  expect(await replay.json()).toMatchObject({ latestRevision: 4 })
  expect((await publish(3)).status).toBe(409)
})

it('builds once more, not ten times, for what arrives during a build', async () => {
  await start()
  plan({ revision: 1, delayMs: 400 })
  await publish(1)
  await vi.waitFor(() => expect(builds()).toHaveLength(1))
  plan({ revision: 11 })
  for (let revision = 2; revision <= 11; revision += 1) await publish(revision)
  await vi.waitFor(async () => expect(await status()).toMatchObject({ liveRevision: 11, wanted: null }))
  expect(builds()).toEqual(['1', '11'])
})

it('keeps the old site and names the document when a build fails, and recovers with the next publish', async () => {
  await start()
  plan({ revision: 1 })
  await publish(1)
  await vi.waitFor(() => expect(states()).toContain('live'))
  const document = { collection: 'news', id: 'n1', title: 'Двор' }
  plan({
    revision: 2,
    failure: { state: 'failed', error: 'страница /novosti/dvor/', document, isRetried: false },
  })
  await publish(2)
  await vi.waitFor(() => expect(cms.results.at(-1)).toMatchObject({ state: 'failed', revision: 2, document }))
  expect(readFileSync(join(siteDir, 'current/public/index.html'), 'utf8')).toBe('revision 1')
  expect(readdirSync(join(siteDir, 'releases'))).toHaveLength(1)
  expect((await status()).state).toBe('failed')
  plan({ revision: 3 })
  await publish(3)
  await vi.waitFor(() => expect(cms.results.at(-1)).toMatchObject({ state: 'live', revision: 3 }))
})

it('tries again by itself when the disk was full or the build was killed', async () => {
  await start()
  plan({ revision: 1, crash: true })
  await publish(1)
  await vi.waitFor(() => expect(cms.results.at(-1)?.state).toBe('failed'))
  plan({ revision: 1 })
  await vi.waitFor(() => expect(cms.results.at(-1)?.state).toBe('live'), 5_000)
})

it('stops a build that hangs, with everything it started', async () => {
  await start({ timeoutMs: 300 })
  plan({ revision: 1, delayMs: 60_000 })
  await publish(1)
  await vi.waitFor(() => expect(cms.results.at(-1)).toMatchObject({ state: 'failed' }), 5_000)
  expect(cms.results.at(-1)?.error).toMatch(/остановлена/)
})

it('resumes a build that a stop cut off, and delivers results the CMS missed', async () => {
  await start()
  plan({ revision: 1, delayMs: 60_000 })
  await publish(1)
  await vi.waitFor(() => expect(builds()).toHaveLength(1))
  await service?.stop()
  cms.isDown = true
  plan({ revision: 1 })
  await start()
  await vi.waitFor(async () => expect((await status()).liveRevision).toBe(1))
  expect(states()).not.toContain('live')
  cms.isDown = false
  await vi.waitFor(() => expect(states()).toContain('live'), 5_000)
})

it('stays with a rollback over restarts until the next publish', async () => {
  await start()
  for (const revision of [1, 2]) {
    plan({ revision })
    await publish(revision)
    await vi.waitFor(() => expect(cms.results.at(-1)).toMatchObject({ state: 'live', revision }))
  }
  const rollback = spawnSync(process.execPath, [join(import.meta.dirname, '..', 'rollback.ts')], {
    env: { ...process.env, DATA_DIR: join(siteDir, '..') },
    encoding: 'utf8',
  })
  expect(rollback.stderr).toBe('')
  expect(rollback.stdout).toMatch(/вернулся к выпуску/)
  expect(page()).toBe('revision 1')
  await service?.stop()
  cms.revision = 2
  await start({ code: 'new templates' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(page()).toBe('revision 1')
  plan({ revision: 3 })
  expect((await publish(3)).status).toBe(202)
  await vi.waitFor(() => expect(page()).toBe('revision 3'))
})

it('builds at boot when there is no site, when the templates changed and when the content moved on', async () => {
  cms.revision = 6
  plan({ revision: 6 })
  await start()
  await vi.waitFor(() => expect(builds()).toEqual(['6']), 5_000)
  await vi.waitFor(async () => expect((await status()).liveRevision).toBe(6))
  await service?.stop()
  await start()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(builds()).toHaveLength(1)
  await service?.stop()
  await start({ code: 'new templates' })
  await vi.waitFor(() => expect(builds()).toHaveLength(2), 5_000)
})

it('publishes again after the database was replaced by one whose numbers start lower', async () => {
  cms.revision = 50
  plan({ revision: 50 })
  await start()
  await vi.waitFor(async () => expect((await status()).liveRevision).toBe(50), 5_000)
  await service?.stop()
  cms.revision = 3
  plan({ revision: 3 })
  await start()
  await vi.waitFor(() => expect(page()).toBe('revision 3'), 5_000)
  plan({ revision: 4 })
  expect((await publish(4)).status).toBe(202)
})

it('keeps only the newest good releases', async () => {
  await start()
  for (let revision = 1; revision <= 7; revision += 1) {
    plan({ revision })
    await publish(revision)
    await vi.waitFor(() => expect(page()).toBe(`revision ${revision}`))
  }
  await vi.waitFor(async () =>
    expect((await listReleases(siteDir)).map(({ revision }) => revision)).toEqual([3, 4, 5, 6, 7]),
  )
})

const start = async (options: { timeoutMs?: number; code?: string } = {}) => {
  service = await startService({
    siteDir,
    mediaDir: join(siteDir, 'media'),
    cmsUrl: cms.url,
    siteUrl: 'http://localhost:3000',
    secret,
    code: 'templates',
    port: 0,
    log: () => {},
    worker: join(import.meta.dirname, 'test', 'fake-build.ts'),
    retryPauses: [50],
    ...options,
  })
}

const plan = (content: object) => writeFileSync(join(siteDir, 'plan.json'), JSON.stringify(content))
const page = () => readFileSync(join(siteDir, 'current/public/index.html'), 'utf8')
const states = () => cms.results.map(({ state }) => state)
const builds = () => {
  const path = join(siteDir, 'builds')
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
}

const publish = (revision: number, { key = secret, sentAt = new Date() } = {}) =>
  post('/', JSON.stringify({ revision, changes: [{ collection: 'news', id: 'n1' }], sentAt }), key)

const post = (path: string, body: string, key = secret) =>
  fetch(`${service?.url}${path}`, { method: 'POST', body, headers: { [signatureHeader]: sign(body, key) } })

// Parsed JSON of our own service; the tests look at single fields.
const status = async () =>
  (await (await fetch(`${service?.url}/status`)).json()) as {
    state: string
    acceptedRevision: number
    liveRevision: number
  }

/** The two doors of the CMS that the service knocks at. */
const startCms = async () => {
  const server = createServer((request, response) => {
    void (async () => {
      if (request.url?.startsWith('/api/snapshot')) {
        const start = { kind: 'start', revision: cms.revision, since: 0 }
        return response.end(`${JSON.stringify(start)}\n{"kind":"end","count":0}\n`)
      }
      if (cms.isDown) return response.writeHead(503).end() // takes no results
      const body = await text(request)
      const header = String(request.headers[signatureHeader])
      if (!isSignatureValid({ body, header, secret })) return response.writeHead(401).end()
      cms.results.push(JSON.parse(body) as BuildResult)
      return response.end('{}')
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, url: `http://127.0.0.1:${port}`, results: [], isDown: false, revision: 0 }
}
