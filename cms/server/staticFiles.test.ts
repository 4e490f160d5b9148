import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveSite } from './staticFiles.ts'

let siteDir: string
let server: Server

beforeEach(async () => {
  siteDir = await mkdtemp(join(tmpdir(), 'portal-site-'))
  server = createServer((req, res) => void serveSite(siteDir, req, res))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await rm(siteDir, { recursive: true })
})

const publish = async (id: string, files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(siteDir, 'releases', id, 'public', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  await symlink(join('releases', id), join(siteDir, 'next'))
  await rename(join(siteDir, 'next'), join(siteDir, 'current'))
}

type Reply = { status: number; headers: IncomingHttpHeaders; text: string }

// `fetch` would tidy «/../» away before it is sent.
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Reply>((done, fail) => {
    const { port } = server.address() as AddressInfo // a listening TCP server has one
    request({ host: '127.0.0.1', port, path, headers, method }, (res) => {
      text(res).then((body) => done({ status: res.statusCode ?? 0, headers: res.headers, text: body }), fail)
    })
      .on('error', fail)
      .end()
  })

describe('before the first release', () => {
  it('answers 503 with a Russian page that asks to come back', async () => {
    const { status, headers, text } = await get('/novosti/')
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(text).toContain('Сайт готовится к первому выпуску')
  })
})

describe('pages', () => {
  beforeEach(() =>
    publish('1', {
      'index.html': '<h1>Главная</h1>',
      '404.html': '<h1>Такой страницы нет</h1>',
      'novosti/dvor/index.html': '<h1>Двор</h1>',
      'kalendar/vse.ics': 'BEGIN:VCALENDAR',
      '_astro/page.abc.css': 'body{}',
      'media/cover.webp': '0123456789',
      'media/script.xyz': 'x',
      '.well-known/secret': 'x',
      'redirects.json': JSON.stringify({
        '/novosti/staryi/': '/novosti/dvor/',
        '/novosti/dvor/': '/elsewhere/',
        '/out/': '//evil.example/',
        '/scheme/': 'https://evil.example/',
      }),
    }),
  )

  it('serves a page as UTF-8 HTML that browsers check for freshness', async () => {
    const { status, headers, text } = await get('/')
    expect([status, text]).toEqual([200, '<h1>Главная</h1>'])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('answers the site’s own 404 page with status 404', async () => {
    const { status, text, headers } = await get('/net-takoi/')
    expect([status, text]).toEqual([404, '<h1>Такой страницы нет</h1>'])
    expect(headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['/novosti/dvor', '/novosti/dvor/'],
    ['/novosti/dvor?a=1', '/novosti/dvor/?a=1'],
    ['/novosti/dvor/index.html', '/novosti/dvor/'],
    ['/novosti/staryi/', '/novosti/dvor/'],
    ['/novosti/staryi', '/novosti/dvor/'],
  ])('sends %s to %s for good', async (path, location) => {
    const { status, headers } = await get(path)
    expect([status, headers.location]).toEqual([301, location])
  })

  it('prefers a page that exists to a redirect from its address', async () => {
    expect((await get('/novosti/dvor/')).status).toBe(200)
  })

  it.each(['/out/', '/scheme/'])('never redirects to another site (%s)', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('keeps hashed files and media for good', async () => {
    expect((await get('/_astro/page.abc.css')).headers['cache-control']).toContain('immutable')
    expect((await get('/media/cover.webp')).headers['cache-control']).toContain('immutable')
  })

  it('does not let a missing file be kept for good', async () => {
    expect((await get('/media/none.webp')).headers['cache-control']).toBe('no-cache')
  })

  it('names the type of a calendar, and lets an unknown one only be downloaded', async () => {
    expect((await get('/kalendar/vse.ics')).headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect((await get('/media/script.xyz')).headers['content-disposition']).toBe('attachment')
  })

  it('answers 304 to a visitor who has the page', async () => {
    const { headers } = await get('/')
    const again = await get('/', { 'if-none-match': String(headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await get('/', { 'if-modified-since': String(headers['last-modified']) })).status).toBe(304)
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answers HEAD with the length and no body', async () => {
    const { headers, text } = await get('/media/cover.webp', {}, 'HEAD')
    expect([headers['content-length'], text]).toEqual(['10', ''])
  })

  it('refuses to be written to', async () => {
    const { status, headers } = await get('/', {}, 'POST')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ])('answers the range %s', async (range, part, contentRange) => {
    const { status, text, headers } = await get('/media/cover.webp', { range })
    expect([status, text, headers['content-range']]).toEqual([206, part, contentRange])
  })

  it('answers 416 to a range past the end', async () => {
    expect((await get('/media/cover.webp', { range: 'bytes=10-' })).status).toBe(416)
  })

  it.each([
    '/../../../secret.txt',
    '/%2e%2e/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2f..%2fsecret.txt',
    '/novosti/..\\..\\..\\..\\secret.txt',
    '/%00index.html',
    '//etc/passwd',
    '/.well-known/secret',
    '/novosti/%2e/dvor/',
    '/%E0%A4%A',
  ])('finds nothing at %s', async (path) => {
    await writeFile(join(siteDir, 'secret.txt'), 'x')
    expect((await get(path)).status).toBe(404)
  })

  it('answers 404 for a folder and for a path through a file', async () => {
    expect((await get('/_astro/')).status).toBe(404)
    expect((await get('/index.html/x')).status).toBe(404)
  })
})

describe('precompressed files', () => {
  beforeEach(() => publish('1', { 'index.html': 'plain', 'index.html.br': 'br', 'index.html.gz': 'gz' }))

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', undefined],
  ])('to a client that accepts «%s» sends %s', async (accepted, encoding) => {
    const { headers } = await get('/', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('Accept-Encoding')
  })

  it('gives each encoding its own ETag', async () => {
    await utimes(join(siteDir, 'current/public/index.html'), 1, 1)
    const plain = await get('/')
    const compressed = await get('/', { 'accept-encoding': 'br' })
    expect(plain.headers.etag).not.toBe(compressed.headers.etag)
  })
})

describe('a new release', () => {
  it('is served from the next request on, with its own redirects', async () => {
    await publish('1', { 'index.html': 'old', 'redirects.json': '{"/a/":"/"}' })
    expect((await get('/')).text).toBe('old')
    expect((await get('/a/')).status).toBe(301)
    await publish('2', { 'index.html': 'new', 'redirects.json': '{"/b/":"/"}' })
    expect((await get('/')).text).toBe('new')
    expect((await get('/a/')).status).toBe(404)
    expect((await get('/b/')).status).toBe(301)
  })
})

describe('while a publish is moved into place', () => {
  /** A live layer as scripts/rebuild/tree leaves it: some files still in it, the note of all. */
  const layer = async (files: Record<string, string>, note: { writes: string[]; removes: string[] }) => {
    const folder = join(siteDir, 'releases', '1', 'layer')
    for (const [path, text] of Object.entries({ ...files, '.publish.json': JSON.stringify(note) })) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
  }

  beforeEach(async () => {
    const old = {
      'index.html': 'old',
      'a/index.html': 'old',
      'a/index.html.br': 'old copy',
      'b/index.html': 'old',
    }
    await publish('1', { ...old, '404.html': 'none', 'redirects.json': '{}' })
  })

  it('shows what is still in the layer, what has been moved, and nothing that was removed', async () => {
    await layer(
      { 'a/index.html': 'new', 'redirects.json': '{"/b/":"/a/"}' },
      { writes: ['index.html', 'a/index.html', 'redirects.json'], removes: ['b/index.html'] },
    )
    await writeFile(join(siteDir, 'releases/1/public/index.html'), 'new') // moved already
    expect(await get('/')).toMatchObject({ status: 200, text: 'new' })
    expect(await get('/a/')).toMatchObject({ status: 200, text: 'new' })
    expect(await get('/b/')).toMatchObject({ status: 301, headers: { location: '/a/' } })
    expect((await get('/a')).headers['location']).toBe('/a/')
  })

  it('never sends a compressed copy of the text before', async () => {
    await layer({ 'a/index.html': 'new' }, { writes: ['a/index.html'], removes: [] })
    const { headers, text } = await get('/a/', { 'accept-encoding': 'br' })
    expect(text).toBe('new')
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('shows the old site while the layer has no note: it is not whole, or has just gone', async () => {
    await mkdir(join(siteDir, 'releases/1/layer'), { recursive: true })
    expect(await get('/a/')).toMatchObject({ status: 200, text: 'old' })
  })
})
