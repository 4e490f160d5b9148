import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cms } from './cms.ts'
import { createPortal } from './portal.ts'

let siteDir: string
let server: Server
let state: ReturnType<Cms['state']>

const start = async (siteUrl = 'http://localhost:3000') => {
  server = createPortal({
    env: { siteUrl, siteDevUrl: null, streamHosts: [] },
    siteDir,
    cms: { state: () => state, payload: () => null, config: () => null, stop: async () => {} },
    admin: () => ({
      handle: async (_req, res, kind) => void res.end(`next:${kind}`),
      upgrade: (_req, socket) => socket.end('upgraded'),
      stop: async () => {},
    }),
    servePreview: async (_req, res) => void res.end('preview'),
    log: () => {},
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
}

beforeEach(async () => {
  state = 'up'
  siteDir = await mkdtemp(join(tmpdir(), 'portal-'))
  await mkdir(join(siteDir, 'releases/1/public'), { recursive: true })
  await writeFile(join(siteDir, 'releases/1/public/index.html'), 'Главная')
  await writeFile(join(siteDir, 'releases/1/release.json'), '{"revision":7}')
  await symlink('releases/1', join(siteDir, 'current'))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await rm(siteDir, { recursive: true })
})

type Options = { method?: string; headers?: Record<string, string>; body?: string }
type Reply = { status: number; headers: IncomingHttpHeaders; text: string }

const send = (path: string, { method = 'GET', headers = {}, body }: Options = {}) =>
  new Promise<Reply>((done, fail) => {
    const { port } = server.address() as AddressInfo // a listening TCP server has one
    const req = request({ host: '127.0.0.1', port, path, method, headers }, (res) => {
      text(res).then((body) => done({ status: res.statusCode ?? 0, headers: res.headers, text: body }), fail)
    })
    req.on('error', fail)
    req.end(body)
  })

describe('one port', () => {
  it.each([
    ['/', 'Главная'],
    ['/admin', 'next:admin'],
    ['/admin/collections/news?limit=10', 'next:admin'],
    ['/_next/static/chunk.js', 'next:admin'],
    ['/api/news', 'next:api'],
    ['/preview/token', 'preview'],
  ])('%s is answered by the right part', async (path, text) => {
    await start()
    expect((await send(path)).text).toBe(text)
  })

  it.each(['/administration', '/apiary', '/_nextgen', '/previews'])(
    '%s belongs to the site',
    async (path) => {
      await start()
      expect((await send(path)).status).toBe(404)
    },
  )
})

describe('with the database away', () => {
  beforeEach(async () => {
    state = 'down'
    await start()
  })

  it('serves the site as before', async () => {
    expect(await send('/')).toMatchObject({ status: 200, text: 'Главная' })
  })

  it('answers 503 in Russian JSON on /api, in the shape that the admin shows', async () => {
    const { status, headers, text } = await send('/api/news', { method: 'POST', body: '{}' })
    expect(status).toBe(503)
    expect(headers['content-type']).toContain('application/json')
    const body = JSON.parse(text) as { error: string; errors: { message: string }[] } // parsed to be compared
    expect(body.error).toMatch(/^База данных не отвечает/)
    expect(body.errors[0]?.message).toBe(body.error)
  })

  it('answers the admin with a Russian page that comes back by itself', async () => {
    const { status, headers, text } = await send('/admin/collections/news')
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(text).toContain('База данных не отвечает')
  })

  it('answers a form that asks for its state with words, not with a page', async () => {
    const { headers, text } = await send('/admin/collections/news/1', {
      method: 'POST',
      headers: { 'next-action': 'a' },
    })
    expect(headers['content-type']).toContain('text/plain')
    expect(text).toMatch(/текст остаётся в форме/)
  })

  it('breaks the connection of a session refresh, so that the admin does not log the editor out', async () => {
    await expect(send('/api/users/refresh-token', { method: 'POST' })).rejects.toThrow('socket hang up')
  })

  it('still gives out the admin’s own files, which an open form may need', async () => {
    expect((await send('/_next/static/chunk.js')).text).toBe('next:admin')
  })

  it('says so in /healthz, together with the live revision', async () => {
    const health: unknown = JSON.parse((await send('/healthz')).text)
    expect(health).toMatchObject({ process: 'up', database: 'down', liveRevision: 7 })
  })
})

describe('headers', () => {
  it('protect every reply', async () => {
    await start()
    for (const path of ['/', '/admin', '/api/news', '/healthz']) {
      const { headers } = await send(path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('ask for HTTPS for good only when the portal is served over it', async () => {
    await start('https://portal.example')
    const { headers } = await send('/')
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  it('leave the scripts and styles of a site page to the hashes in the page', async () => {
    await start()
    const policy = String((await send('/')).headers['content-security-policy'])
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toMatch(/default-src|script-src|style-src/)
  })
})

describe('guards of /api and /admin', () => {
  beforeEach(() => start())

  it('refuse a body that is too large before it is read', async () => {
    const headers = { 'content-length': String(5 * 1024 * 1024), 'content-type': 'application/json' }
    const reply = await send('/api/news', { method: 'POST', headers })
    expect(reply.status).toBe(413)
    expect(reply.text).toContain('не больше 4 МБ')
  })

  it('let an upload be larger than a text', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '3' }
    expect((await send('/api/media', { method: 'POST', headers, body: 'abc' })).status).toBe(200)
  })

  it('refuse a body without a length', async () => {
    const headers = { 'transfer-encoding': 'chunked' }
    expect((await send('/api/news', { method: 'POST', headers, body: 'x' })).status).toBe(411)
  })

  it('send nobody a letter with a new password, whoever asks', async () => {
    const reply = await send('/api/users/forgot-password', { method: 'POST', body: '{}' })
    expect(reply.status).toBe(403)
    expect(reply.text).toContain('новый пароль задаёт администратор')
  })

  it('stop the twenty-first login of one address within five minutes, and say how long to wait', async () => {
    const login = (address: string) =>
      send('/api/users/login', { method: 'POST', headers: { 'x-forwarded-for': address } })
    const statuses = []
    for (let attempt = 0; attempt < 20; attempt += 1) statuses.push((await login('192.0.2.1')).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const refused = await login('192.0.2.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.text).toContain('Слишком много попыток входа')
    expect((await login('192.0.2.2')).status).toBe(200)
  })

  it('count the address that the proxy saw, not the one that the visitor claims', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1)
      await send('/api/users/login', {
        method: 'POST',
        headers: { 'x-forwarded-for': `198.51.100.${attempt}, 192.0.2.1` },
      })
    const refused = await send('/api/users/login', {
      method: 'POST',
      headers: { 'x-forwarded-for': '203.0.113.9, 192.0.2.1' },
    })
    expect(refused.status).toBe(429)
  })
})

describe('sockets', () => {
  it('are refused in production', async () => {
    await start()
    const headers = { connection: 'upgrade', upgrade: 'websocket' }
    await expect(send('/_next/webpack-hmr', { headers })).rejects.toThrow('socket hang up')
  })
})
