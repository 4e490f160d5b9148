import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { PayloadRequest } from 'payload'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest'
import type { Letter } from '../payload-types.ts'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { startPostman } from './postman.ts'
import { queueLetter } from './queueLetter.ts'

/** The postman with a real mail server on loopback. */

let portal: Portal
let server: SMTPServer
let received: string[] = []
let isRefusing = false
let stop = async () => {}

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      void text(stream).then((letter) => {
        if (isRefusing) return done(new Error('no room for resident@example.test'))
        received.push(letter)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(async () => {
  server.close()
  await portal.close()
})
afterEach(async () => {
  await stop()
  received = []
  isRefusing = false
  await portal.payload.db.deleteMany({ collection: 'letters', where: {} })
})

const start = () => {
  const { port } = server.server.address() as AddressInfo
  stop = startPostman(portal.payload, {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'portal@example.test',
    everyMs: 50,
  })
}

const letter = {
  key: 'question/1/answered',
  to: 'resident@example.test',
  subject: 'Ответ',
  text: 'Есть ответ.',
}
// A request outside HTTP: all that the queue asks of it.
const req = () => ({ payload: portal.payload }) as PayloadRequest

const stored = async () =>
  (await portal.payload.db.find<Letter>({ collection: 'letters', where: {}, pagination: false })).docs

it('sends a letter once, under the key it was queued with, and then forgets address and text', async () => {
  await queueLetter(req(), letter)
  await queueLetter(req(), letter)
  start()
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ status: 'sent' }]), 5_000)
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: resident@example.test')
  const [kept] = await stored()
  expect(JSON.stringify(kept)).not.toMatch(/example\.test|Есть ответ/)
  await queueLetter(req(), letter)
  expect(await stored()).toHaveLength(1)
})

it('tries again later when the mail server refuses, and keeps its words out of the record', async () => {
  isRefusing = true
  await queueLetter(req(), letter)
  start()
  await vi.waitFor(
    async () => expect(await stored()).toMatchObject([{ status: 'waiting', attempts: 1 }]),
    5_000,
  )
  const [waiting] = await stored()
  expect(Date.parse(waiting?.dueAt ?? '')).toBeGreaterThan(Date.now() + 30_000)
  expect(waiting?.error).not.toContain('resident@')
  isRefusing = false
  await portal.payload.db.updateMany({
    collection: 'letters',
    where: {},
    data: { dueAt: new Date().toISOString() },
  })
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ status: 'sent', attempts: 2 }]), 5_000)
  expect(received).toHaveLength(1)
})
