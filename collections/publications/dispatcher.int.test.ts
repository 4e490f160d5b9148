import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { isSignatureValid, sign, signatureHeader } from '../http/signature.schema.ts'
import { openPortal, secret, type Portal } from '../test/openPortal.ts'
import { startDispatcher } from './dispatcher.ts'
import type { PublishMessage } from './sendPublish.ts'

type Answer = { status: number; body: object }

let portal: Portal
let service: Server
let received: PublishMessage[] = []
let badSignatures = 0
let answer: (message: PublishMessage) => Answer
const stops: (() => Promise<void>)[] = []

const accepted = (message: PublishMessage): Answer => ({
  status: 202,
  body: { accepted: true, revision: message.revision },
})

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  service = createServer((request, response) => {
    void text(request).then((body) => {
      const header = request.headers[signatureHeader]
      if (!isSignatureValid({ body, header: String(header), secret })) badSignatures += 1
      const message: PublishMessage = JSON.parse(body)
      received.push(message)
      const { status, body: reply } = answer(message)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
  received = []
})

afterAll(async () => {
  service.close()
  await portal.close()
})

const start = (sweepMs = 60_000) => {
  const { port } = service.address() as AddressInfo
  const stop = startDispatcher(portal.payload, {
    rebuildUrl: `http://127.0.0.1:${port}`,
    rebuildSecret: secret,
    sweepMs,
    retryMs: 50,
  })
  stops.push(stop)
}

const publish = async (title: string): Promise<string> => {
  const { body } = await portal.request('editor', 'POST', '/pages', { title, _status: 'published' })
  return body.doc.id
}

const row = async (id: string) => {
  const { docs } = await portal.payload.find({
    collection: 'publications',
    where: { documentId: { equals: id } },
    sort: '-requestedAt',
    limit: 1,
  })
  return docs[0]
}

const result = (body: object, key = secret) => {
  const raw = JSON.stringify({ sentAt: new Date().toISOString(), ...body })
  return portal.fetch('anonymous', '/publications/result', {
    method: 'POST',
    body: raw,
    headers: { 'content-type': 'application/json', [signatureHeader]: sign(raw, key) },
  })
}

describe('the dispatcher', () => {
  it('sends a signed message right after the commit, without waiting for the timer', async () => {
    answer = accepted
    start()
    await vi.waitFor(async () =>
      expect(await portal.payload.count({ collection: 'portal-state' })).toMatchObject({ totalDocs: 1 }),
    )
    const id = await publish('Сразу')
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 3000 })
    expect(received[0]).toMatchObject({ changes: [{ collection: 'pages', id }] })
    expect(badSignatures).toBe(0)
    await vi.waitFor(async () => expect((await row(id))?.deliveredAt).toBeTruthy())
    expect((await row(id))?.revision).toBe(received[0]?.revision)
  })

  it('sends what was committed while nobody dispatched, with a higher number', async () => {
    answer = accepted
    const first = await publish('Пока никого не было')
    const second = await publish('И ещё одна')
    start()
    await vi.waitFor(() => expect(received).toHaveLength(1))
    expect(received[0]?.changes.map(({ id }) => id)).toEqual([first, second])
    expect(received[0]?.revision).toBe(2)
  })

  it('keeps sending until the service takes it, and shows the row as queued meanwhile', async () => {
    let attempts = 0
    answer = (message) =>
      (attempts += 1) < 3 ? { status: 503, body: { error: 'занята' } } : accepted(message)
    start(20)
    const id = await publish('Служба занята')
    expect(await row(id)).toMatchObject({ status: 'queued' })
    await vi.waitFor(() => expect(attempts).toBe(3), { timeout: 5000 })
    expect(new Set(received.map(({ revision }) => revision)).size).toBe(1)
    await vi.waitFor(async () => expect((await row(id))?.deliveredAt).toBeTruthy())
  })

  it('takes a number above the newest one the service knows when the database is behind', async () => {
    answer = (message) =>
      message.revision <= 40
        ? { status: 409, body: { error: 'старая', latestRevision: 40 } }
        : accepted(message)
    start(20)
    const id = await publish('После восстановления копии')
    await vi.waitFor(async () => expect((await row(id))?.revision).toBe(41), { timeout: 5000 })
    await vi.waitFor(async () => expect((await row(id))?.deliveredAt).toBeTruthy())
  })

  it('sends every publication exactly under one number though two processes dispatch', async () => {
    answer = accepted
    start(20)
    start(20)
    const ids = await Promise.all([1, 2, 3, 4, 5].map((number) => publish(`Одновременно ${number}`)))
    await vi.waitFor(
      () =>
        expect(new Set(received.flatMap(({ changes }) => changes.map(({ id }) => id)))).toEqual(new Set(ids)),
      { timeout: 8000 },
    )
    const sent = received.flatMap(({ changes }) => changes.map(({ id }) => id))
    expect(sent).toHaveLength(ids.length)
  })

  it('carries on when the service is not there at all', async () => {
    const stop = startDispatcher(portal.payload, {
      rebuildUrl: 'http://127.0.0.1:9',
      rebuildSecret: secret,
      retryMs: 10,
      sweepMs: 20,
    })
    const id = await publish('Никто не слушает')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await stop()
    expect(await row(id)).toMatchObject({ status: 'queued' })
    answer = accepted
    start()
    await vi.waitFor(() =>
      expect(received.flatMap(({ changes }) => changes)).toContainEqual({ collection: 'pages', id }),
    )
  })
})

describe('POST /api/publications/result', () => {
  it('shows building, then live with the time, for everything up to the revision', async () => {
    answer = accepted
    start()
    const id = await publish('Доедет до сайта')
    await vi.waitFor(() => expect(received).toHaveLength(1))
    const revision = received[0]?.revision ?? 0
    await result({ revision, state: 'building', at: '2026-11-23T10:00:00.000Z' })
    expect(await row(id)).toMatchObject({ status: 'building' })
    await result({ revision, state: 'live', at: '2026-11-23T10:00:09.000Z', durationMs: 9000 })
    expect(await row(id)).toMatchObject({ status: 'live', liveAt: '2026-11-23T10:00:09.000Z' })
    const { body } = await portal.request(
      'volunteer',
      'GET',
      `/publications/status?collection=pages&id=${id}`,
    )
    expect(body.publication).toMatchObject({
      kind: 'published',
      status: 'live',
      liveAt: '2026-11-23T10:00:09.000Z',
      error: null,
      path: '/doedet-do-sayta/',
    })
  })

  it('shows why a build failed, and heals the row when a later one succeeds', async () => {
    answer = accepted
    start()
    const id = await publish('Ломает сборку')
    await vi.waitFor(() => expect(received).toHaveLength(1))
    const revision = received[0]?.revision ?? 0
    const document = { collection: 'pages', id, title: 'Ломает сборку' }
    await result({
      revision,
      state: 'failed',
      at: '2026-11-23T10:00:00.000Z',
      error: 'нет обложки',
      document,
    })
    expect(await row(id)).toMatchObject({ status: 'failed', error: '«Ломает сборку»: нет обложки' })
    await result({ revision: revision + 1, state: 'live', at: '2026-11-23T10:01:00.000Z' })
    expect(await row(id)).toMatchObject({ status: 'live', error: null })
  })

  it('does not make live what was published after the build began', async () => {
    answer = accepted
    start()
    const id = await publish('Опоздавшая')
    await vi.waitFor(() => expect(received).toHaveLength(1))
    await result({
      revision: (received[0]?.revision ?? 0) - 1,
      state: 'live',
      at: '2026-11-23T10:00:00.000Z',
    })
    expect(await row(id)).toMatchObject({ status: 'queued' })
  })

  it('refuses a wrong signature, an old message and a malformed one', async () => {
    const fine = { revision: 1, state: 'live', at: '2026-11-23T10:00:00.000Z' }
    expect((await result(fine, 'another secret')).status).toBe(401)
    expect((await result({ ...fine, sentAt: '2020-01-01T00:00:00.000Z' })).status).toBe(401)
    expect((await result({ revision: 'one' })).status).toBe(400)
  })

  it('tells residents and respondents nothing about publications', async () => {
    expect(
      (await portal.request('anonymous', 'GET', '/publications/status?collection=pages&id=1')).status,
    ).toBe(401)
    expect(
      (await portal.request('respondent', 'GET', '/publications/status?collection=pages&id=1')).status,
    ).toBe(403)
  })
})

describe('without transactions', () => {
  it('still sends what is published', async () => {
    const plain = await openPortal(inject('databaseUrl'), { transactions: false })
    const { port } = service.address() as AddressInfo
    answer = accepted
    const stop = startDispatcher(plain.payload, {
      rebuildUrl: `http://127.0.0.1:${port}`,
      rebuildSecret: secret,
      sweepMs: 60_000,
    })
    try {
      const { body } = await plain.request('editor', 'POST', '/pages', {
        title: 'Без транзакций',
        _status: 'published',
      })
      await vi.waitFor(
        () =>
          expect(received.flatMap(({ changes }) => changes)).toContainEqual({
            collection: 'pages',
            id: body.doc.id,
          }),
        { timeout: 3000 },
      )
    } finally {
      await stop()
      await plain.close()
    }
  })
})
