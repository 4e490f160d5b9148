import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { z } from 'zod'
import { addressHeader } from '../http/address.schema.ts'
import { openPortal, siteUrl, type Portal } from '../test/openPortal.ts'
import { receive } from './receive.ts'

/** A form like those of residents, on the real database. */

const taken: string[] = []
const form = receive({
  path: '/test-form',
  fields: z.strictObject({ text: z.string().min(5, 'Напишите хотя бы пять букв.') }),
  limit: { name: 'test', points: 3, seconds: 600 },
  maxBytes: 2_000,
  act: ({ text }) => {
    taken.push(text)
    return Promise.resolve({
      state: 'done',
      location: '/api/test-form/done',
      reply: { title: 'Отправлено', text: [text] },
    })
  },
})

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'), { more: [form] })
})
afterAll(() => portal.close())
afterEach(() => {
  vi.useRealTimers()
  taken.length = 0
})

let visitor = 0
/** Another neighbourhood for each test: limits are counted by it. */
const newVisitor = () => ({ [addressHeader]: `10.${++visitor}.7.9` })

type Sending = { fields: Record<string, string>; headers?: Record<string, string>; isPlain?: boolean }

const send = (address: Record<string, string>, { fields, headers = {}, isPlain = false }: Sending) => {
  const body = new URLSearchParams(fields).toString()
  return portal.fetch('anonymous', '/test-form', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      origin: siteUrl,
      accept: isPlain ? 'text/html' : 'application/json',
      ...address,
      ...headers,
    },
  })
}

/** A solved puzzle, as the script of a form sends it after the resident has written for a while. */
const proof = async (address: Record<string, string>, { isEarly = false } = {}): Promise<string> => {
  const response = await portal.fetch('anonymous', '/forms/puzzle', { headers: address })
  const challenge = (await response.json()) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  if (!isEarly) later(5_000)
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

const text = 'Почините лавку'

it('takes a form with a solved puzzle, once', async () => {
  const me = newVisitor()
  const fields = { text, proof: await proof(me) }
  const first = await send(me, { fields })
  expect(first.status).toBe(201)
  expect(await first.json()).toEqual({ title: 'Отправлено', text: [text] })
  const again = await send(me, { fields })
  expect(again.status).toBe(422)
  expect(await again.json()).toMatchObject({ needsPuzzle: true })
  expect(taken).toEqual([text])
})

it('uses a puzzle once when it comes many times at once', async () => {
  const me = newVisitor()
  const fields = { text, proof: await proof(me) }
  const replies = await Promise.all(Array.from({ length: 8 }, () => send(me, { fields })))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(taken).toHaveLength(1)
})

describe('refuses', () => {
  it('a puzzle that is not solved, is made up, comes too early or too late', async () => {
    const me = newVisitor()
    const early = await proof(me, { isEarly: true })
    expect(await (await send(me, { fields: { text, proof: early } })).json()).toMatchObject({
      error: expect.stringContaining('слишком быстро'),
    })
    const right = await proof(me)
    const parsed = JSON.parse(Buffer.from(right, 'base64').toString()) as {
      challenge: Challenge
      solution: object
    }
    parsed.challenge.parameters.data = { issuedAt: 1 }
    const madeUp = Buffer.from(JSON.stringify(parsed)).toString('base64')
    for (const wrong of ['', 'x', 'e30=', madeUp])
      expect((await send(me, { fields: { text, proof: wrong } })).status).toBe(422)
    later(2 * 3_600_000)
    expect(await (await send(me, { fields: { text, proof: right } })).json()).toMatchObject({
      error: expect.stringContaining('больше часа'),
    })
    expect(taken).toEqual([])
  })

  it.each(['null', 'https://other.example', ''])('a form from another origin: «%s»', async (origin) => {
    const me = newVisitor()
    const reply = await send(me, { fields: { text, proof: await proof(me) }, headers: { origin } })
    expect(reply.status).toBe(403)
  })

  it('unknown fields, a filled trap, a wrong field with words beside it, and keeps the puzzle', async () => {
    const me = newVisitor()
    const solved = await proof(me)
    const refusal = async (fields: Record<string, string>) => {
      const reply = await send(me, { fields: { proof: solved, ...fields } })
      return { status: reply.status, ...((await reply.json()) as object) }
    }
    expect(await refusal({ text, status: 'published' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('status'),
    })
    expect(await refusal({ text, website: 'http://spam.example' })).toMatchObject({ status: 400 })
    expect(await refusal({ text: 'а' })).toMatchObject({
      status: 422,
      fields: { text: 'Напишите хотя бы пять букв.' },
    })
    expect((await send(me, { fields: { text, proof: solved } })).status).toBe(201)
  })

  it('what is too large', async () => {
    const me = newVisitor()
    expect((await send(me, { fields: { text: 'а'.repeat(3000) } })).status).toBe(413)
  })

  it('more than the limit from one neighbourhood, and counts others apart', async () => {
    const me = newVisitor()
    for (let round = 0; round < 3; round += 1)
      expect((await send(me, { fields: { text, proof: await proof(me) } })).status).toBe(201)
    const neighbour = { [addressHeader]: me[addressHeader].replace(/\d+$/, '200') }
    const reply = await send(neighbour, { fields: { text, proof: await proof(neighbour) } })
    expect(reply.status).toBe(429)
    expect(await reply.json()).toMatchObject({ error: expect.stringContaining('Попробуйте через') })
    const other = newVisitor()
    expect((await send(other, { fields: { text, proof: await proof(other) } })).status).toBe(201)
  })
})

it('asks a question in words where no script runs, and leads to the result', async () => {
  const me = newVisitor()
  const asked = await send(me, { fields: { text: `${text} <b>` }, isPlain: true })
  expect(asked.status).toBe(422)
  const page = await asked.text()
  expect(page).toContain(`value="${text} &lt;b&gt;"`)
  const [, one = '', other = ''] = /Сколько будет (\S+) плюс (\S+)\?/.exec(page) ?? []
  const words = [
    'ноль',
    'один',
    'два',
    'три',
    'четыре',
    'пять',
    'шесть',
    'семь',
    'восемь',
    'девять',
    'десять',
  ]
  const answer = String(words.indexOf(one) + words.indexOf(other))
  const question = /name="question" value="([^"]+)"/.exec(page)?.[1] ?? ''
  later(5_000)
  const wrong = await send(me, { fields: { text, question, answer: '1' }, isPlain: true })
  expect(wrong.status).toBe(422)
  const done = await send(me, { fields: { text, question, answer }, isPlain: true })
  expect(done.status).toBe(303)
  expect(done.headers.get('location')).toBe('/api/test-form/done')
  expect((await send(me, { fields: { text, question, answer }, isPlain: true })).status).toBe(422)
})

it('keeps no address: only keyed hashes are in the database', async () => {
  const limits = await portal.payload.db.connection.collection('form-limits').find().toArray()
  expect(limits.length).toBeGreaterThan(5)
  expect(JSON.stringify(limits)).not.toContain('10.1.7')
})
