import { randomBytes } from 'node:crypto'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { addressHeader } from '../http/address.schema.ts'
import type { Poll } from '../payload-types.ts'
import { openPortal, siteUrl, type Portal } from '../test/openPortal.ts'
import { faultsOf, readReceipt, type BallotList } from './ballotList.schema.ts'
import { commitmentOf } from './castVote.ts'
import { countClosed } from './countClosed.ts'
import { countAfterMs } from './pollRules.schema.ts'

/** The vote over the real database, from the form to the published list. */

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())
afterEach(() => void vi.useRealTimers())

const hour = 3_600_000
const at = (ms: number) => new Date(Date.now() + ms).toISOString()
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

const makePoll = (data: Partial<Poll> = {}): Promise<Poll> =>
  portal.payload.create({
    collection: 'polls',
    depth: 0,
    data: {
      title: `Голосование ${randomBytes(4).toString('hex')}`,
      question: 'Что построить?',
      options: [{ text: 'Каток' }, { text: 'Горка' }, { text: 'Лавка' }],
      kind: 'single',
      level: 'open',
      results: 'afterClose',
      opensAt: at(-hour),
      closesAt: at(24 * hour),
      _status: 'published',
      ...data,
    },
  })

const option = (poll: Poll, index: number): string => poll.options[index]?.id ?? ''
const newSecret = () => randomBytes(16).toString('base64url')

let visitor = 0
const newAddress = () => ({ [addressHeader]: `10.${++visitor}.7.9` })

type Sending = { cookie?: string; isPlain?: boolean; headers?: Record<string, string> }

const send = (path: string, body: object, { cookie, isPlain = false, headers = {} }: Sending = {}) => {
  const text = isPlain
    ? new URLSearchParams(Object.entries(body) as [string, string][]).toString()
    : JSON.stringify(body)
  return portal.fetch('anonymous', path, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': isPlain ? 'application/x-www-form-urlencoded' : 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      accept: isPlain ? 'text/html' : 'application/json',
      origin: siteUrl,
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
  })
}

const proof = async (address: Record<string, string>): Promise<string> => {
  const response = await portal.fetch('anonymous', '/forms/puzzle', { headers: address })
  const challenge = (await response.json()) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  later(5_000)
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

// Replies are as many as cases; each test looks at the part it is about.
const bodyOf = (response: Response): Promise<any> => response.json()

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** A device that may vote in every open poll. */
const newDevice = async (): Promise<string> => {
  const address = newAddress()
  const response = await send('/polls/credential', { proof: await proof(address) }, { headers: address })
  expect(response.status).toBe(201)
  return cookieOf(response)
}

const voteIn = (poll: Poll, cookie: string, choices: string[], secret = newSecret()) =>
  send(`/polls/${poll.id}/vote`, { choices, secret }, { cookie })

const records = async (poll: Poll) => {
  const { connection } = portal.payload.db
  const [marks, ballots] = await Promise.all([
    connection.collection('poll-marks').find({ poll: poll.id }).toArray(),
    connection.collection('poll-ballots').find({ poll: poll.id }).toArray(),
  ])
  return { marks, ballots }
}

describe('a vote', () => {
  it('is taken once per device, with a receipt; the same request again gets the same receipt', async () => {
    const [poll, cookie, secret] = [await makePoll(), await newDevice(), newSecret()]
    const first = await voteIn(poll, cookie, [option(poll, 0)], secret)
    expect(first.status).toBe(201)
    const receipt = await first.json()
    expect(receipt).toMatchObject({ receipt: `${poll.id}.${secret}`, choices: [option(poll, 0)] })
    const again = await voteIn(poll, cookie, [option(poll, 1)], secret)
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(receipt)
    const second = await voteIn(poll, cookie, [option(poll, 1)])
    expect(second.status).toBe(409)
    expect((await bodyOf(second)).error).toMatch(/^Этот голос уже учтён \d+ [а-я]+\.$/)
    const { marks, ballots } = await records(poll)
    expect([marks.length, ballots.length]).toEqual([1, 1])
    expect(ballots[0]).toEqual({
      _id: commitmentOf(poll.id, secret),
      poll: poll.id,
      choices: [option(poll, 0)],
    })
  })

  it('is taken once when it comes many times at once, with other secrets', async () => {
    const [poll, cookie] = [await makePoll(), await newDevice()]
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => voteIn(poll, cookie, [option(poll, index % 3)])),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)])
    const { marks, ballots } = await records(poll)
    expect([marks.length, ballots.length]).toEqual([1, 1])
  })

  it('of many voters at once is taken from each, a second one among them is refused', async () => {
    const poll = await makePoll()
    const devices = await Promise.all(Array.from({ length: 12 }, () => newDevice()))
    await voteIn(poll, devices[5] ?? '', [option(poll, 0)])
    const replies = await Promise.all(
      devices.map((cookie, index) => voteIn(poll, cookie, [option(poll, index % 3)])),
    )
    expect(replies.map(({ status }) => status)).toEqual(devices.map((_, index) => (index === 5 ? 409 : 201)))
    const { marks, ballots } = await records(poll)
    expect([marks.length, ballots.length]).toEqual([12, 12])
  })

  it('leaves nothing by which mark and ballot could be joined, nor a time', async () => {
    const [poll, cookie] = [await makePoll(), await newDevice()]
    await voteIn(poll, cookie, [option(poll, 0)])
    const { marks, ballots } = await records(poll)
    expect(Object.keys(marks[0] ?? {}).sort()).toEqual(['_id', 'day', 'poll', 'voter'])
    expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(['_id', 'choices', 'poll'])
    const shared = Object.values(marks[0] ?? {}).filter((value) =>
      Object.values(ballots[0] ?? {}).includes(value),
    )
    expect(shared).toEqual([poll.id])
    const [voter = ''] = cookie.split('=')[1]?.split('.') ?? []
    expect(JSON.stringify(marks)).not.toContain(voter)
  })

  it('with the secret of another voter is refused and not counted', async () => {
    const [poll, secret] = [await makePoll(), newSecret()]
    await voteIn(poll, await newDevice(), [option(poll, 0)], secret)
    expect((await voteIn(poll, await newDevice(), [option(poll, 0)], secret)).status).toBe(409)
    const { marks, ballots } = await records(poll)
    expect([marks.length, ballots.length]).toEqual([1, 1])
  })

  it('in a poll of several options names as many as are allowed', async () => {
    const poll = await makePoll({ kind: 'several', most: 2 })
    const all = [0, 1, 2].map((index) => option(poll, index))
    const cookie = await newDevice()
    const tooMany = await voteIn(poll, cookie, all)
    expect(tooMany.status).toBe(422)
    expect(await tooMany.json()).toMatchObject({ fields: { choices: 'Выберите не больше 2.' } })
    expect((await voteIn(poll, cookie, all.slice(1).reverse())).status).toBe(201)
    expect((await records(poll)).ballots[0]?.['choices']).toEqual(all.slice(1))
  })

  it('of before the opening or after the closing is refused with the date', async () => {
    const [ahead, open, cookie] = [
      await makePoll({ opensAt: '2036-11-12T07:00:00.000Z', closesAt: '2036-11-20T17:00:00.000Z' }),
      await makePoll(),
      await newDevice(),
    ]
    const early = await voteIn(ahead, cookie, [option(ahead, 0)])
    expect(early.status).toBe(403)
    expect((await bodyOf(early)).error).toBe('Голосование откроется 12 ноября в 10:00.')
    later(25 * hour)
    const late = await voteIn(open, cookie, [option(open, 0)])
    expect(late.status).toBe(403)
    expect((await bodyOf(late)).error).toMatch(/^Голосование закончилось \d+ [а-я]+ в \d\d:\d\d\.$/)
    expect((await records(open)).ballots).toEqual([])
  })

  const refusals: [string, number, (poll: Poll, cookie: string) => Promise<Response>][] = [
    [
      'from another page',
      403,
      (poll, cookie) =>
        send(
          `/polls/${poll.id}/vote`,
          { choices: [option(poll, 0)] },
          { cookie, headers: { origin: 'null' } },
        ),
    ],
    [
      'with an unknown field',
      422,
      (poll, cookie) =>
        send(`/polls/${poll.id}/vote`, { choices: [option(poll, 0)], day: '2026-01-01' }, { cookie }),
    ],
    ['for an option of another poll', 422, (poll, cookie) => voteIn(poll, cookie, ['f'.repeat(24)])],
    ['for one option twice', 422, (poll, cookie) => voteIn(poll, cookie, [option(poll, 0), option(poll, 0)])],
    ['for nothing', 422, (poll, cookie) => voteIn(poll, cookie, [])],
    [
      'with a made-up credential',
      422,
      (poll, cookie) =>
        voteIn(
          poll,
          cookie.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
          [option(poll, 0)],
        ),
    ],
    ['without a credential', 422, (poll) => voteIn(poll, '', [option(poll, 0)])],
    ['that is too large', 413, (poll, cookie) => voteIn(poll, cookie, [option(poll, 0)], 'x'.repeat(9000))],
  ]
  it.each(refusals)('%s is refused', async (_, status, attempt) => {
    const poll = await makePoll()
    expect((await attempt(poll, await newDevice())).status).toBe(status)
    expect((await records(poll)).ballots).toEqual([])
  })

  it('in a draft or in nothing is refused', async () => {
    const draft = await makePoll({ _status: 'draft' })
    const cookie = await newDevice()
    expect((await voteIn(draft, cookie, [option(draft, 0)])).status).toBe(404)
    expect((await send('/polls/nothing/vote', { choices: [option(draft, 0)] }, { cookie })).status).toBe(404)
  })
})

describe('without script', () => {
  it('a question in words, then the receipt as a page; the form sent again leads to the same', async () => {
    const [poll, address] = [await makePoll(), newAddress()]
    const vote = (fields: object, cookie = '') =>
      send(
        `/polls/${poll.id}/vote`,
        { choices: option(poll, 1), ...fields },
        { cookie, isPlain: true, headers: address },
      )
    const page = await (await vote({})).text()
    const [, one = '', other = ''] = /Сколько будет (\S+) плюс (\S+)\?/.exec(page) ?? []
    const words = 'ноль один два три четыре пять шесть семь восемь девять десять'.split(' ')
    const answer = String(words.indexOf(one) + words.indexOf(other))
    const question = /name="question" value="([^"]+)"/.exec(page)?.[1] ?? ''
    later(5_000)
    const done = await vote({ question, answer })
    expect(done.status).toBe(303)
    const [cookie, location] = [cookieOf(done), done.headers.get('location') ?? '']
    const receipt = async (path: string) => {
      const shown = await portal.fetch('anonymous', path.replace('/api', ''), { headers: { cookie } })
      return /<code>([^<]+)<\/code>/.exec(await shown.text())?.[1] ?? ''
    }
    const own = await receipt(location)
    expect(readReceipt(own)).toMatchObject({ poll: poll.id })
    const again = await vote({}, cookie)
    expect(again.status).toBe(303)
    expect(await receipt(again.headers.get('location') ?? '')).toBe(own)
    const { ballots } = await records(poll)
    expect(ballots).toMatchObject([{ _id: commitmentOf(poll.id, readReceipt(own)?.secret ?? '') }])
  })
})

describe('a poll confirmed by e-mail', () => {
  const ask = async (poll: Poll, email: string) => {
    const address = newAddress()
    return send(
      `/polls/${poll.id}/confirm`,
      { email, consentProcessing: 'on', proof: await proof(address) },
      { headers: address },
    )
  }
  const letters = async (poll: Poll) => {
    const { docs } = await portal.payload.db.find<{ id: string; key: string; to: string; text: string }>({
      collection: 'letters',
      where: {},
      pagination: false,
    })
    return docs.filter(({ key }) => key.startsWith(`poll/${poll.id}/`))
  }
  const follow = async (text: string): Promise<string> => {
    const link = /http\S+/.exec(text)?.[0] ?? ''
    const entered = await portal.fetch('anonymous', link.replace(`${siteUrl}/api`, ''))
    expect(entered.status).toBe(303)
    return cookieOf(entered)
  }

  it('takes one vote per address, by the link of a letter that is sent once a day', async () => {
    const poll = await makePoll({ level: 'confirmed' })
    const device = await newDevice()
    expect((await voteIn(poll, device, [option(poll, 0)])).status).toBe(401)
    expect((await ask(poll, 'Zhitel@Example.test')).status).toBe(201)
    expect((await ask(poll, 'zhitel@example.test')).status).toBe(201)
    const [letter, ...more] = await letters(poll)
    expect([letter?.to, more]).toEqual(['zhitel@example.test', []])
    const [first, second] = [await follow(letter?.text ?? ''), await follow(letter?.text ?? '')]
    expect((await voteIn(poll, first, [option(poll, 0)])).status).toBe(201)
    expect((await voteIn(poll, second, [option(poll, 1)])).status).toBe(409)
    const { marks, ballots } = await records(poll)
    expect([marks.length, ballots.length]).toEqual([1, 1])
    expect(JSON.stringify([marks, ballots])).not.toContain('example')
    expect(letter?.key).not.toContain(String(marks[0]?.['voter']))
  })

  it('does not take the link of another poll, nor a changed one', async () => {
    const [one, other] = [await makePoll({ level: 'confirmed' }), await makePoll({ level: 'confirmed' })]
    await ask(one, 'a@example.test')
    const link = /http\S+/.exec((await letters(one))[0]?.text ?? '')?.[0] ?? ''
    const path = link.replace(`${siteUrl}/api`, '')
    for (const wrong of [path.replace(one.id, other.id), path.replace('v=', 'v=A')])
      expect((await portal.fetch('anonymous', wrong)).status).toBe(404)
    const cookie = await follow(link)
    expect((await voteIn(other, cookie, [option(other, 0)])).status).toBe(401)
  })

  it('asks for consent', async () => {
    const poll = await makePoll({ level: 'confirmed' })
    const reply = await send(
      `/polls/${poll.id}/confirm`,
      { email: 'a@example.test' },
      { headers: newAddress() },
    )
    expect(await reply.json()).toMatchObject({
      fields: { consentProcessing: expect.stringContaining('согласия') },
    })
  })
})

describe('numbers of an open poll', () => {
  it('are for those who have voted, from five votes on, and only where the rules say so', async () => {
    const poll = await makePoll({ results: 'afterVoting' })
    const hiddenPoll = await makePoll()
    const devices = await Promise.all([1, 2, 3, 4, 5, 6].map(() => newDevice()))
    const [stranger = '', ...voters] = devices
    const ask = (cookie: string, { id } = poll) =>
      portal.fetch('anonymous', `/polls/${id}/results`, { headers: { cookie } })
    await voteIn(poll, voters[0] ?? '', [option(poll, 0)])
    expect((await ask(voters[0] ?? '')).status).toBe(404)
    for (const cookie of voters.slice(1)) await voteIn(poll, cookie, [option(poll, 2)])
    await voteIn(hiddenPoll, voters[0] ?? '', [option(hiddenPoll, 0)])
    later(61_000)
    expect((await ask(stranger)).status).toBe(403)
    expect((await ask(voters[0] ?? '', hiddenPoll)).status).toBe(403)
    expect(await (await ask(voters[0] ?? '')).json()).toMatchObject({
      ballots: 5,
      options: [{ count: 1 }, { count: 0 }, { count: 4, percent: 80 }],
    })
  })
})

describe('the count', () => {
  const resultOf = async (poll: Poll) => {
    const { docs } = await portal.payload.find({
      collection: 'poll-results',
      where: { poll: { equals: poll.id } },
      depth: 0,
    })
    return docs
  }
  const voteOften = async (poll: Poll, times: number) => {
    const receipts: string[] = []
    for (let index = 0; index < times; index += 1) {
      const reply = await voteIn(poll, await newDevice(), [option(poll, index % 2)])
      receipts.push((await bodyOf(reply)).receipt)
    }
    return receipts
  }

  it('comes after the close, once, holds every receipt, is public, and erases the marks', async () => {
    const poll = await makePoll({ closesAt: at(hour) })
    const receipts = await voteOften(poll, 6)
    const close = new Date(poll.closesAt).getTime()
    await countClosed(portal.payload, new Date(close + countAfterMs - 1))
    expect(await resultOf(poll)).toEqual([])
    await countClosed(portal.payload, new Date(close + countAfterMs))
    await countClosed(portal.payload, new Date(close + countAfterMs + hour))
    const { docs } = (
      await portal.request('anonymous', 'GET', `/poll-results?where[poll][equals]=${poll.id}&depth=0`)
    ).body
    expect(docs).toHaveLength(1)
    const [{ about, ballots, root, tally, level, total }] = docs
    const list: BallotList = { format: 'lyubertsy-poll/1', poll: about, ballots, root, tally }
    expect(await faultsOf(list)).toEqual([])
    expect(tally).toMatchObject({
      ballots: 6,
      options: [{ count: 3, percent: 50 }, { count: 3 }, { count: 0 }],
    })
    expect([level, total]).toEqual(['Открытое: любой посетитель', 6])
    const commitments = receipts.map((text) => commitmentOf(poll.id, readReceipt(text)?.secret ?? '')).sort()
    expect(ballots.map(([commitment]: [string]) => commitment)).toEqual(commitments)
    expect((await records(poll)).marks).toEqual([])
    const rows = await portal.payload.find({
      collection: 'publications',
      where: { collectionSlug: { equals: 'poll-results' }, documentId: { equals: docs[0].id } },
    })
    expect(rows.docs).toMatchObject([{ kind: 'published', actor: 'Портал' }])
  })

  it('of fewer than five votes publishes none of them', async () => {
    const poll = await makePoll({ closesAt: at(hour) })
    await voteOften(poll, 4)
    await countClosed(portal.payload, new Date(Date.now() + 2 * hour))
    expect(await resultOf(poll)).toMatchObject([{ total: null, tally: null, ballots: null }])
  })

  it('is not published while marks and ballots differ', async () => {
    const poll = await makePoll({ closesAt: at(hour) })
    await voteOften(poll, 5)
    await portal.payload.db.connection.collection('poll-ballots').deleteOne({ poll: poll.id })
    await countClosed(portal.payload, new Date(Date.now() + 2 * hour))
    expect(await resultOf(poll)).toEqual([])
    expect((await records(poll)).marks).toHaveLength(5)
  })
})

describe('an open poll', () => {
  const frozen: [string, (poll: Poll) => Record<string, unknown>][] = [
    ['the question', () => ({ question: 'Другой вопрос?' })],
    [
      'an option',
      (poll) => ({ options: poll.options.map((row, index) => (index ? row : { ...row, text: 'Иное' })) }),
    ],
    ['the number of options', (poll) => ({ options: poll.options.slice(1) })],
    ['the end', () => ({ closesAt: at(48 * hour) })],
    ['who may vote', () => ({ level: 'confirmed' })],
    ['how many may be chosen', () => ({ kind: 'several', most: 3 })],
    ['when numbers are seen', () => ({ results: 'afterVoting' })],
  ]
  it.each(frozen)('keeps %s, whichever way it is saved', async (_, change) => {
    const poll = await makePoll()
    for (const path of [
      `/polls/${poll.id}`,
      `/polls/${poll.id}?draft=true`,
      `/polls/${poll.id}?draft=true&autosave=true`,
      `/polls?where[id][equals]=${poll.id}`,
    ]) {
      await portal.request('editor', 'PATCH', path, { ...change(poll), _status: 'published' })
      const now = await portal.payload.findByID({ collection: 'polls', id: poll.id, draft: true, depth: 0 })
      expect(now).toMatchObject({
        question: poll.question,
        options: poll.options,
        closesAt: poll.closesAt,
        level: 'open',
        kind: 'single',
        results: 'afterClose',
      })
    }
  })

  it('lets the words around it be corrected, and says why nothing else', async () => {
    const poll = await makePoll()
    const fixed = await portal.request('editor', 'PATCH', `/polls/${poll.id}`, {
      lead: 'Ошибку исправили',
      _status: 'published',
    })
    expect(fixed.status, JSON.stringify(fixed.body)).toBe(200)
    const refused = await portal.request('editor', 'PATCH', `/polls/${poll.id}`, { question: 'Другой?' })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('Голосование уже открыто')
  })

  it('with votes stays frozen off the site too, and is not deleted by hand', async () => {
    const poll = await makePoll()
    await voteIn(poll, await newDevice(), [option(poll, 0)])
    expect((await portal.request('editor', 'PATCH', `/polls/${poll.id}`, { _status: 'draft' })).status).toBe(
      200,
    )
    expect(
      (await portal.request('editor', 'PATCH', `/polls/${poll.id}`, { closesAt: at(48 * hour) })).status,
    ).toBe(400)
    expect((await portal.request('admin', 'DELETE', `/polls/${poll.id}`)).status).toBe(400)
    await portal.payload.delete({ collection: 'polls', id: poll.id })
    expect((await records(poll)).ballots).toEqual([])
  })

  it('may be changed while it has not begun, and cannot be published when it would be over', async () => {
    const poll = await makePoll({ opensAt: at(hour), closesAt: at(2 * hour) })
    const changed = await portal.request('editor', 'PATCH', `/polls/${poll.id}`, {
      question: 'Другой?',
      _status: 'published',
    })
    expect(changed.status).toBe(200)
    const past = { opensAt: at(-2 * hour), closesAt: at(-hour), _status: 'published' }
    expect((await portal.request('editor', 'PATCH', `/polls/${poll.id}`, past)).status).toBe(400)
  })
})
