import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { isFresh, isSignatureValid, signatureHeader } from '../http/signature.schema.ts'
import { openPortal, secret, type Portal, type Visitor } from '../test/openPortal.ts'
import type { ServiceStatus } from './service.schema.ts'

let portal: Portal
let server: Server
let rebuildUrl: string
const before = process.env['REBUILD_URL']

type Asked = { route: string; body: string; signature: string }
let asked: Asked[] = []
let answer: (route: string) => { status: number; body: unknown }

const status: ServiceStatus = {
  state: 'idle',
  acceptedRevision: 3,
  liveRevision: 3,
  liveAt: '2026-11-23T10:00:00.200Z',
  wanted: null,
  isReconciled: true,
  pinned: null,
  publishes: [
    {
      revision: 3,
      state: 'live',
      reason: 'publish',
      at: '2026-11-23T10:00:00.200Z',
      durationMs: 72,
      generation: 2,
      rendered: 8,
      written: 8,
      removed: 0,
      readMs: 28.7,
      renderMs: 30.1,
      switchMs: 12.8,
    },
  ],
  held: [{ collection: 'news', id: '6', title: 'Яма', error: 'нет обложки' }],
  history: [1, 2],
}

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const route = `${request.method} ${request.url}`
      asked.push({ route, body, signature: String(request.headers[signatureHeader]) })
      const { status: code, body: reply } = answer(route)
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  rebuildUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  process.env['REBUILD_URL'] = rebuildUrl
  asked = []
  answer = () => ({ status: 200, body: { ...status, release: '20261123T100000000-r3' } })
})

afterEach(() => {
  if (before === undefined) delete process.env['REBUILD_URL']
  else process.env['REBUILD_URL'] = before
})

afterAll(async () => {
  server.close()
  await portal.close()
})

const look = (as: Visitor = 'admin') => portal.request(as, 'GET', '/publications/service')
const goBack = (as: Visitor = 'admin', body: unknown = { generation: 2 }) =>
  portal.request(as, 'POST', '/publications/rollback', body)

const others: [Visitor, number][] = [
  ['anonymous', 401],
  ['respondent', 403],
  ['volunteer', 403],
  ['editor', 403],
]

describe('GET /api/publications/service', () => {
  it('tells an administrator what the service tells, and what waits since when', async () => {
    const row = (documentId: string, status: 'queued' | 'building' | 'live', requestedAt: string) =>
      portal.payload.create({
        collection: 'publications',
        data: {
          collectionSlug: 'pages',
          documentId,
          title: documentId,
          kind: 'updated',
          status,
          requestedAt,
        },
      })
    await row('second', 'queued', '2026-11-23T10:00:02.000Z')
    await row('first', 'building', '2026-11-23T10:00:01.000Z')
    await row('done', 'live', '2026-11-23T10:00:00.000Z')
    const { status: code, body } = await look()
    expect(code).toBe(200)
    expect(body.service).toEqual({ is: 'up', status })
    expect(body.waiting.count).toBe(2)
    expect(body.waiting.rows).toMatchObject([
      { collection: 'pages', id: 'first', kind: 'updated', requestedAt: '2026-11-23T10:00:01.000Z' },
      { id: 'second' },
    ])
  })

  it.each(others)('refuses %s with %i and asks the service nothing', async (as, code) => {
    expect((await look(as)).status).toBe(code)
    expect(asked).toEqual([])
  })

  it('says that the service is away, and still what waits', async () => {
    process.env['REBUILD_URL'] = 'http://127.0.0.1:9'
    const { status: code, body } = await look()
    expect(code).toBe(200)
    expect(body.service).toMatchObject({
      is: 'away',
      reason: expect.stringMatching(/^Служба публикации не отвечает \(http:\/\/127\.0\.0\.1:9\)/),
    })
    expect(body.waiting.count).toBe(2)
  })

  it('does not take any other server for the service', async () => {
    answer = () => ({ status: 200, body: { hello: 'world' } })
    expect((await look()).body.service).toMatchObject({
      is: 'away',
      reason: expect.stringContaining('отвечает не служба публикации'),
    })
  })

  it('says that GitHub publishes, and asks it nothing', async () => {
    process.env['REBUILD_URL'] = 'https://api.github.com/repos/example/portal/dispatches'
    expect((await look()).body.service).toMatchObject({
      is: 'github',
      reason: expect.stringContaining('GitHub Actions'),
    })
  })
})

describe('POST /api/publications/rollback', () => {
  it('passes the generation on, signed and dated', async () => {
    answer = () => ({ status: 200, body: { rolledBack: true } })
    expect(await goBack()).toEqual({ status: 200, body: { rolledBack: true } })
    expect(asked.map(({ route }) => route)).toEqual(['POST /rollback'])
    const { body, signature } = asked[0]!
    expect(isSignatureValid({ body, header: signature, secret })).toBe(true)
    const message: { generation: number; sentAt: string } = JSON.parse(body)
    expect(message.generation).toBe(2)
    expect(isFresh(message.sentAt, new Date())).toBe(true)
  })

  it.each(others)('refuses %s with %i and asks the service nothing', async (as, code) => {
    expect((await goBack(as)).status).toBe(code)
    expect(asked).toEqual([])
  })

  it('refuses a request without the number of a publish', async () => {
    for (const body of [{}, { generation: 'two' }, { generation: -1 }])
      expect((await goBack('admin', body)).status).toBe(400)
    expect(asked).toEqual([])
  })

  it('hands on why the service would not', async () => {
    answer = () => ({ status: 409, body: { error: 'публикации № 2 в истории сайта нет' } })
    expect(await goBack()).toEqual({
      status: 409,
      body: { error: 'Служба публикации отказала (409): публикации № 2 в истории сайта нет.' },
    })
    answer = () => ({ status: 401, body: { error: 'подпись не сходится' } })
    expect(await goBack()).toMatchObject({
      status: 503,
      body: { error: expect.stringContaining('подпись не сходится') },
    })
  })

  it('says so when the service is away, or GitHub', async () => {
    process.env['REBUILD_URL'] = 'http://127.0.0.1:9'
    expect((await goBack()).status).toBe(503)
    process.env['REBUILD_URL'] = 'https://api.github.com/repos/example/portal/dispatches'
    const { status: code, body } = await goBack()
    expect(code).toBe(501)
    expect(body.error).toContain('GitHub Actions')
  })
})
