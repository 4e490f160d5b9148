import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { addressHeader } from '../http/address.schema.ts'
import type { Letter, Question } from '../payload-types.ts'
import { openPortal, siteUrl, type Portal, type Visitor } from '../test/openPortal.ts'
import { keepQuestion } from './ask.ts'
import type { AskFields } from './askFields.ts'
import { eraseOldContacts } from './eraseContacts.ts'
import { moves, nextState, type Actor, type Move } from './states.schema.ts'

let portal: Portal
let mayor = ''
let lawyer = ''
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  const { payload, users } = portal
  const make = async (title: string, slug: string, respondents: string[]) =>
    (
      await payload.create({
        collection: 'addressees',
        data: { title, slug, accepting: true, termDays: 30, respondents },
      })
    ).id
  mayor = await make('Глава городского округа', 'glava', [users.respondent.id])
  lawyer = await make('Общественный юрист', 'yurist', [])
})
afterAll(() => portal.close())
afterEach(() => vi.useRealTimers())

const canary = {
  name: 'Канарейка Секретовна',
  email: 'kanareyka@example.test',
  text: 'КАНАРЕЙКА: этот текст никто не должен увидеть, пока его не пропустит редактор.',
  house: 'Канареечная улица, 5',
}

const asked = (fields: Partial<AskFields> = {}): AskFields => ({
  addressee: 'glava',
  subject: 'Свет во дворе',
  text: canary.text,
  topic: 'yards',
  name: canary.name,
  email: canary.email,
  house: null,
  consentProcessing: 'on',
  ...fields,
})

// A request outside of HTTP: what the function asks of one.
const req = () => ({ payload: portal.payload, context: {} }) as PayloadRequest

const keep = (fields: Partial<AskFields> = {}) =>
  keepQuestion(req(), asked(fields), { id: mayor, termDays: 30, demo: false })

const move = (as: Visitor, id: string, name: Move, input: object = {}) =>
  portal.request(as, 'POST', `/questions/${id}/transition`, { move: name, ...input })

const stored = async (id: string): Promise<Question> => {
  const question = await portal.payload.db.findOne<Question>({
    collection: 'questions',
    where: { id: { equals: id } },
  })
  if (!question) throw new Error(`No question ${id}`)
  return question
}

const published = async (fields: Partial<AskFields> = {}) => {
  const { question, token } = await keep(fields)
  expect((await move('editor', question.id, 'publish')).status).toBe(200)
  return { id: question.id, number: question.number, token }
}

const lettersOf = async (number: string) =>
  (
    await portal.payload.db.find<Letter>({
      collection: 'letters',
      where: { key: { like: `question/${number}/` } },
      pagination: false,
    })
  ).docs

const rowsOf = async (id: string) =>
  (await portal.payload.count({ collection: 'publications', where: { documentId: { equals: id } } }))
    .totalDocs

const snapshot = async () => (await portal.fetch('anonymous', '/snapshot')).text()

let visitor = 0
const newVisitor = () => ({ [addressHeader]: `10.77.${++visitor}.9` })

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new URLSearchParams(fields).toString()
  return portal.fetch('anonymous', path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      origin: siteUrl,
      accept: 'application/json',
      ...headers,
    },
  })
}

describe('asking', () => {
  const form = {
    addressee: 'glava',
    subject: 'Когда починят свет?',
    text: 'Во дворе третий день темно, фонари не горят.',
    name: 'Проверочный Житель',
    email: 'zhitel@example.test',
    consentProcessing: 'on',
  }

  const send = async (fields: Record<string, string>) => {
    const me = newVisitor()
    const puzzle = await portal.fetch('anonymous', '/forms/puzzle', { headers: me })
    const challenge = (await puzzle.json()) as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 })
    const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
    const reply = await post('/questions/ask', { ...fields, proof }, me)
    return { status: reply.status, body: (await reply.json()) as any }
  }

  it('gives a number, a private link and a letter with it, and stores only a hash of the link', async () => {
    const { status, body } = await send(form)
    expect(status).toBe(201)
    const [, number = ''] = /Вопрос № (\d{4}-\d+) получен/.exec(body.title) ?? []
    const token = body.link.href.split('/').at(-1)
    const [letter] = await lettersOf(number)
    expect(letter).toMatchObject({ to: form.email, text: expect.stringContaining(body.link.href) })
    const { docs } = await portal.payload.db.find<Question>({
      collection: 'questions',
      where: { number: { equals: number } },
    })
    expect(JSON.stringify(docs)).not.toContain(token)
    expect(docs[0]?.sent?.consents).toMatchObject([{ name: 'processing' }])
    const page = await portal.fetch('anonymous', body.link.href.replace('/api', ''), {
      headers: newVisitor(),
    })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Вопрос ждёт редактора')
  })

  it.each([
    ['without the consent', { consentProcessing: '' }, 'consentProcessing'],
    ['with a short text', { text: 'Когда?' }, 'text'],
    ['with markup', { text: `${form.text} <a href="https://x.example">x</a>` }, 'text'],
    ['with three links', { text: `${form.text} https://a.example https://b.example www.c.example` }, 'text'],
    ['with a subject of 201 letters', { subject: 'я'.repeat(201) }, 'subject'],
    ['with an e-mail that is none', { email: 'zhitel' }, 'email'],
    ['to nobody', { addressee: 'no-such' }, 'addressee'],
  ])('refuses a question %s, with words beside the field', async (_, change, field) => {
    const { status, body } = await send({ ...form, ...change })
    expect(status).toBe(422)
    expect(body.fields[field]).toMatch(/[а-я]/)
  })

  it('refuses fields that are not the form’s', async () => {
    expect((await send({ ...form, state: 'published' })).status).toBe(400)
  })

  it('gives every question its own number when fifty come at once, and leaves none out', async () => {
    const before = Number((await keep()).question.number.split('-')[1])
    const made = await Promise.all(Array.from({ length: 50 }, () => keep()))
    const numbers = made.map(({ question }) => Number(question.number.split('-')[1]))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => before + 1 + i))
  })
})

describe('moving', () => {
  it('publishes with the words of the author, signs «Житель» without their consent, and tells site and author', async () => {
    const { id, number } = await published()
    expect(await stored(id)).toMatchObject({
      state: 'published',
      text: canary.text,
      author: 'Житель',
      registeredAt: expect.any(String),
    })
    expect(await rowsOf(id)).toBe(1)
    expect((await lettersOf(number)).map(({ subject }) => subject)).toContain(
      `Вопрос № ${number} опубликован`,
    )
    const named = await published({ consentPublication: 'on' })
    expect((await stored(named.id)).author).toBe(canary.name)
  })

  it('keeps every move with who and when', async () => {
    const { id } = await published()
    await move('respondent', id, 'answer', { text: 'Починили.' })
    expect((await stored(id)).record?.history).toMatchObject([
      { move: 'ask', to: 'received' },
      { move: 'publish', by: 'editor', who: 'editor', from: 'received', to: 'published' },
      { move: 'answer', by: 'respondent', who: 'respondent', to: 'answered' },
    ])
  })

  it('lets one of two at once win', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { question } = await keep()
      const replies = await Promise.all([
        move('editor', question.id, 'publish'),
        move('admin', question.id, 'decline', { reason: 'offence' }),
      ])
      const now = await stored(question.id)
      // «Declined» may follow «published» when the two did not meet; then both are in the history, one after the other.
      const done = replies.filter(({ status }) => status === 200).length
      expect(now.record?.history).toHaveLength(1 + done)
      expect(now.step).toBe(done)
      const twice = await Promise.all(
        [1, 2, 3, 4].map(() => move('admin', question.id, 'decline', { reason: 'offence' })),
      )
      expect(twice.filter(({ status }) => status === 200).length).toBe(now.state === 'declined' ? 0 : 1)
      expect(twice.filter(({ status }) => status === 409).length).toBeGreaterThanOrEqual(3)
    }
  })

  it('is for editors and for the respondent of that addressee alone', async () => {
    const { id } = await published()
    for (const as of ['anonymous', 'volunteer'] as const)
      expect((await move(as, id, 'decline', { reason: 'offence' })).status).toBe(
        as === 'anonymous' ? 401 : 403,
      )
    expect((await move('editor', id, 'answer', { text: 'Отвечает редактор' })).status).toBe(409)
    const reason = 'Это вопрос к юристу.'
    expect((await move('respondent', id, 'forward', { addressee: lawyer, reason })).status).toBe(200)
    // It is the lawyer's now, and the respondent of the mayor has no part in it.
    expect((await move('respondent', id, 'answer', { text: 'Отвечаю за другого' })).status).toBe(403)
    expect((await stored(id)).answers ?? []).toEqual([])
  })

  it('keeps every version of an answer', async () => {
    const { id, number } = await published()
    await move('respondent', id, 'answer', { text: 'Починили.' })
    await move('respondent', id, 'correct', { text: 'Починили 25 ноября.' })
    expect((await stored(id)).answers?.map(({ text }) => text)).toEqual(['Починили.', 'Починили 25 ноября.'])
    expect((await lettersOf(number)).map(({ subject }) => subject)).toContain(
      `Ответ на вопрос № ${number} исправлен`,
    )
    expect(await snapshot()).toContain('Починили 25 ноября.')
  })

  it('follows the table whatever anybody sends: random calls over HTTP', async () => {
    const names = Object.keys(moves) as Move[] // the keys of the table
    const roles = ['editor', 'respondent', 'volunteer', 'anonymous'] as const
    const call = fc.record({ move: fc.constantFrom(...names), as: fc.constantFrom(...roles) })
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 3, maxLength: 9 }), async (calls) => {
        const { question } = await keep()
        let state = question.state
        for (const { move: name, as } of calls) {
          const actor: Actor | null = as === 'editor' || as === 'respondent' ? as : null
          const input = {
            reason: name === 'decline' ? 'offence' : 'Причина',
            text: 'Ответ',
            days: 5,
            ...(name === 'forward' ? { addressee: lawyer } : {}),
          }
          const reply = await move(as, question.id, name, input)
          const next = actor && nextState(state, name, actor)
          const now = await stored(question.id)
          if (reply.status === 200) expect(now.state).toBe(next)
          else expect(now.state).toBe(state)
          state = now.state
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('a save', () => {
  it('changes no state, answer, number or private field, not even past the field rules', async () => {
    const { id } = await published()
    await move('respondent', id, 'answer', { text: 'Починили.' })
    const before = await stored(id)
    const data = {
      state: 'declined' as const,
      number: '1',
      text: 'x',
      answers: [{ text: 'Поддельный ответ', at: new Date().toISOString() }],
      sent: { email: 'other@example.test' },
      record: { history: [] },
      statusKey: 'x',
      same: 1000,
      topic: 'law' as const,
    }
    expect((await portal.request('admin', 'PATCH', `/questions/${id}`, data)).status).toBe(200)
    await portal.payload.update({ collection: 'questions', id, data })
    const { topic, updatedAt, ...after } = await stored(id)
    const { topic: _, updatedAt: __, ...unchanged } = before
    expect(topic).toBe('law')
    expect(after).toEqual(unchanged)
  })

  it('makes no question', async () => {
    expect((await portal.request('admin', 'POST', '/questions', { number: '1' })).status).toBe(403)
  })
})

describe('nothing private leaks', () => {
  it('before publication, after it without consent, and once it is declined', async () => {
    const waiting = await keep()
    const open = await published({
      text: 'Обычный вопрос: когда почистят снег во дворе?',
      house: canary.house,
    })
    const declined = await published()
    await move('editor', declined.id, 'decline', { reason: 'personalData' })
    const paths = ['', `/${waiting.question.id}`, `/${open.id}`, `/${declined.id}`]
    const texts = await Promise.all(
      (['anonymous', 'volunteer', 'respondent'] as const).flatMap((as) =>
        paths.map(async (path) => (await portal.fetch(as, `/questions${path}?limit=1000&depth=2`)).text()),
      ),
    )
    // Questions published by other tests show the same text: only these are looked at.
    const lines = (await snapshot()).split('\n').filter((line) => line.includes('"questions"'))
    const own = [...texts.slice(1, 4), ...texts.slice(5, 8), ...texts.slice(9, 12)].concat(
      lines.filter((line) => [waiting, open, declined].some((each) => line.includes(idIn(each)))),
    )
    for (const text of own) {
      expect(text).not.toContain(canary.name)
      expect(text).not.toContain(canary.email)
      expect(text).not.toContain(canary.text)
      expect(text).not.toContain(canary.house)
      expect(text).not.toContain('statusKey')
    }
    for (const text of [...texts, ...lines]) {
      expect(text).not.toContain(canary.email)
      expect(text).not.toContain('"sent"')
      expect(text).not.toContain('"record"')
    }
    expect(lines.join()).not.toContain(waiting.question.number)
    expect(lines.find((line) => line.includes(declined.number))).toContain('personalData')
  })

  it('through a search by a private field', async () => {
    const { question } = await keep()
    for (const where of [`sent.email][equals]=${canary.email}`, `statusKey][equals]=${question.statusKey}`]) {
      const reply = await portal.fetch('anonymous', `/questions?where[${where}`)
      const body = (await reply.json()) as { docs?: unknown[] }
      expect(body.docs ?? []).toEqual([])
    }
  })
})

const idIn = (made: { id: string } | { question: Question }): string =>
  'id' in made ? made.id : made.question.id

describe('the author, by the private link', () => {
  const own = (token: string, deed: string, headers = newVisitor()) =>
    post(`/questions/status/${token}`, { deed }, headers)

  it('says once whether the answer helped', async () => {
    const { id, token } = await published()
    expect((await own(token, 'helped')).status).toBe(409)
    await move('respondent', id, 'answer', { text: 'Починили.' })
    expect((await own(token, 'helped')).status).toBe(201)
    expect((await own(token, 'notHelped')).status).toBe(409)
    expect((await stored(id)).state).toBe('helped')
  })

  it('withdraws the question: words, name and letters are gone', async () => {
    const { id, number, token } = await published({ consentPublication: 'on' })
    expect((await own(token, 'withdraw')).status).toBe(201)
    expect(JSON.stringify(await stored(id))).not.toMatch(/Канарейка|kanareyka|КАНАРЕЙКА/)
    expect(await stored(id)).toMatchObject({ state: 'declined', reason: 'withdrawn' })
    expect(await lettersOf(number)).toEqual([])
  })

  it('erases who asked and leaves question and answer', async () => {
    const { id, token } = await published({ consentPublication: 'on' })
    await move('respondent', id, 'answer', { text: 'Починили.' })
    expect((await own(token, 'erase')).status).toBe(201)
    const question = await stored(id)
    expect(question).toMatchObject({ state: 'answered', text: canary.text, author: 'Житель' })
    expect(JSON.stringify(question)).not.toMatch(/Канарейка Секретовна|kanareyka/)
  })

  it('is nobody with another link, and comes from our own page', async () => {
    const { token } = await published()
    expect((await own('x'.repeat(32), 'withdraw')).status).toBe(409)
    const foreign = await post(
      `/questions/status/${token}`,
      { deed: 'withdraw' },
      { origin: 'https://x.example' },
    )
    expect(foreign.status).toBe(403)
    expect((await portal.fetch('anonymous', '/questions/status/nobody')).status).toBe(404)
  })
})

describe('«у меня такой же вопрос»', () => {
  it('counts a device once, several devices of a neighbourhood a few times, and no hidden question', async () => {
    const { id } = await published()
    const me = newVisitor()
    const first = await post(`/questions/${id}/same`, {}, me)
    expect(await first.json()).toMatchObject({ same: 1 })
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(first.headers.get('set-cookie')).toContain('HttpOnly')
    const again = await post(`/questions/${id}/same`, {}, { ...me, cookie })
    expect(await again.json()).toMatchObject({ same: 1 })
    expect(again.headers.get('set-cookie')).toBeNull()
    for (let device = 0; device < 9; device += 1) await post(`/questions/${id}/same`, {}, me)
    expect((await stored(id)).same).toBeLessThanOrEqual(5)
    const { question } = await keep()
    expect((await post(`/questions/${question.id}/same`, {}, newVisitor())).status).toBe(404)
  })
})

it('erases contacts ninety days after the end, and not before', async () => {
  const { id } = await published()
  await move('respondent', id, 'answer', { text: 'Починили.' })
  const after = (days: number) => new Date(Date.now() + days * 86_400_000)
  await eraseOldContacts(portal.payload, after(89))
  expect((await stored(id)).sent?.email).toBe(canary.email)
  await eraseOldContacts(portal.payload, after(91))
  const { sent, erasedAt } = await stored(id)
  expect(sent?.email ?? null).toBeNull()
  expect(sent?.name ?? null).toBeNull()
  expect(erasedAt).toBeTruthy()
})
