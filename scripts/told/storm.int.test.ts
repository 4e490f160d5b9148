import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { recordsOf } from '../../collections/Subscriptions/records.ts'
import { openPortal, siteUrl, type Portal } from '../../collections/test/openPortal.ts'

/** One notice, a whole town of subscribers, and the process that writes to them is killed twice: as it makes their messages
 * and as it sends them. The mail server is real and counts. */

const subscribers = 20_000
const groupMs = 10_000

let portal: Portal
let server: SMTPServer
let sender: ChildProcess
/** Address → Message-IDs of all that came for it. */
const received = new Map<string, string[]>()
let total = 0

beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let head = ''
      stream.on('data', (chunk: Buffer) => (head += chunk.toString('latin1')))
      stream.on('end', () => {
        const address = session.envelope.rcptTo[0]?.address ?? ''
        const id = /^message-id: (\S+)/im.exec(head)?.[1] ?? ''
        received.set(address, [...(received.get(address) ?? []), id])
        total += 1
        done()
      })
    },
  })
  server.on('error', () => {}) // connections of a process that was killed
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(async () => {
  sender?.kill('SIGKILL')
  server.close()
  await portal.close()
})

const startSender = async () => {
  const { port } = server.server.address() as AddressInfo // it listens on TCP
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${portal.payload.db.connection.name}`
  sender = spawn(
    process.execPath,
    [join(import.meta.dirname, 'sender.ts'), `smtp://127.0.0.1:${port}`, String(groupMs)],
    {
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        DATA_DIR: portal.dataDir,
        SITE_URL: siteUrl,
        PAYLOAD_SECRET: 'a payload secret that only these tests know',
        REBUILD_SECRET: 'a rebuild secret that only these tests know',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (sender.stdout) await once(sender.stdout, 'data')
}

const killAndStart = async () => {
  const ended = once(sender, 'exit')
  sender.kill('SIGKILL')
  await ended
  await startSender()
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await sleep(20)
}

it('gets one letter to each of 20,000 subscribers through two kill -9', async () => {
  const { subscribers: records, messages } = recordsOf(portal.payload)
  for (let from = 0; from < subscribers; from += 1_000)
    await records.insertMany(
      Array.from({ length: 1_000 }, (_, index) => ({
        addressKey: `key ${from + index}`,
        channel: 'email' as const,
        email: `resident${from + index}@example.test`,
        isActive: true,
        subjects: ['topic/housing'],
        rhythm: 'now',
      })),
    )
  await portal.payload.create({
    collection: 'news',
    data: { title: 'Воду отключат во всём городе', lead: 'Завтра.', topic: 'housing', _status: 'published' },
  })
  await portal.payload.db.updateMany({
    collection: 'publications',
    where: {},
    data: { status: 'live', isToTell: true },
  })
  const begin = Date.now()
  await startSender()

  await until(async () => (await messages.countDocuments({})) > 3_000)
  await killAndStart()
  expect(total).toBe(0)

  await until(() => total > 7_000)
  await killAndStart()
  await until(async () => (await messages.countDocuments({ status: 'sent' })) === subscribers)
  console.log(`${total} letters in ${((Date.now() - begin) / 1000).toFixed(1)} s`)

  // Nobody is left out, and what stands in a mailbox is one letter each.
  expect(received.size).toBe(subscribers)
  const ids = [...received.values()].map((list) => new Set(list).size)
  expect(ids.filter((count) => count !== 1)).toEqual([])
  expect(new Set([...received.values()].flat()).size).toBe(subscribers)
  // The server itself may meet a letter twice only if the kill falls between the end of a letter and its line in the journal.
  console.log(`letters the server got twice: ${total - subscribers}`)
  expect(total - subscribers).toBeLessThanOrEqual(1)
}, 240_000)
