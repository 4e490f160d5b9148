import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import type { Registration } from '../payload-types.ts'
import { asResident } from '../test/asResident.ts'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { leave } from './cancel.ts'
import { eventDateOf } from './eventDate.ts'
import { keepRegistrations } from './keepRegistrations.ts'
import { register } from './register.ts'
import { seatsKey } from './registrations.schema.ts'
import { beginSeats } from './seats.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())
afterEach(() => vi.useRealTimers())

const dayMs = 86_400_000
const ahead = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

const makeEvent = async (seats: number, more: object = {}) => {
  const { status, body } = await portal.request('editor', 'POST', '/events?depth=0', {
    title: 'Встреча с ГСК',
    startsAt: ahead(5),
    endsAt: ahead(5.1),
    place: { name: 'Малый зал' },
    registration: { seats },
    _status: 'published',
    ...more,
  })
  expect(status).toBe(201)
  return body.doc as { id: string; slug: string; startsAt: string }
}

let people = 0
const person = () => {
  people += 1
  return { name: 'Снегирь Записалов', email: `snegir-${people}@example.test` }
}

const registrationsOf = async (event: string): Promise<Registration[]> =>
  (
    await portal.payload.find({
      collection: 'registrations',
      where: { event: { equals: event } },
      sort: 'number',
      depth: 0,
      pagination: false,
    })
  ).docs

const seatsOf = async (event: string, day = '') =>
  (await portal.request('anonymous', 'GET', `/registrations/seats?event=${event}&day=${day}`)).body

const letters = async (to: string | null | undefined) => {
  const { docs } = await portal.payload.db.find<{ subject: string; text: string }>({
    collection: 'letters',
    where: { to: { equals: to } },
    sort: 'createdAt',
    pagination: false,
  })
  return docs
}

const newReq = () => createLocalReq({}, portal.payload)

const dateOf = async (event: string, day = '') => {
  const date = await eventDateOf(await newReq(), seatsKey(event, day))
  if (!date) throw new Error('The event is there')
  return date
}

/** As many at once, each with a request of its own; with several processes they share nothing but the database. */
const registerAtOnce = async (event: string, count: number, processes = [register]) => {
  const date = await dateOf(event)
  const pressed = Array.from({ length: count }, async (_, index) =>
    (processes[index % processes.length] ?? register)(await newReq(), date, person()),
  )
  return Promise.all(pressed)
}

/** The code as other processes of the portal have it: with queues of their own. */
const otherProcesses = async (count: number) => {
  const others = [register]
  while (others.length < count) {
    vi.resetModules()
    others.push((await import('./register.ts')).register)
  }
  return others
}

const tokenIn = (text: string) => /\/mine\/(\S+)/.exec(text)?.[1] ?? ''

describe('two hundred people who press the button at once', () => {
  it('get exactly the seats there are; the others wait in the order of their numbers', async () => {
    const event = await makeEvent(30)
    const states = await registerAtOnce(event.id, 200, await otherProcesses(4))
    expect(states.filter((state) => state === 'seat')).toHaveLength(30)
    const stored = await registrationsOf(event.id)
    expect(stored).toHaveLength(200)
    expect(stored.filter(({ state }) => state === 'seat')).toHaveLength(30)
    expect(new Set(stored.map(({ number }) => number)).size).toBe(200)
    // Whoever got a seat came before whoever waits.
    expect(stored.slice(0, 30).every(({ state }) => state === 'seat')).toBe(true)
    expect(await seatsOf(event.id)).toEqual({ seats: 30, free: 0, waiting: 170 })
  }, 120_000)

  it('overbook it without the conditional update: a read before a write lets many through', async () => {
    const event = await makeEvent(30)
    const key = seatsKey(event.id)
    await beginSeats(await newReq(), key, event.startsAt)
    const naive = async () => {
      const { db } = portal.payload
      const where = { key: { equals: key } }
      const counter = await db.findOne<{ id: string; taken: number }>({ collection: 'event-seats', where })
      if (!counter || counter.taken >= 30) return 'waiting'
      await db.updateOne({ collection: 'event-seats', where, data: { taken: { $inc: 1 } } })
      return 'seat'
    }
    const states = await Promise.all(Array.from({ length: 200 }, naive))
    expect(states.filter((state) => state === 'seat').length).toBeGreaterThan(30)
  })

  it('leave and come at once, and no seat is lost or given twice', async () => {
    const event = await makeEvent(20)
    await registerAtOnce(event.id, 60)
    const seated = (await registrationsOf(event.id)).filter(({ state }) => state === 'seat')
    const leaving = seated.slice(0, 15)
    await Promise.all([
      // Each presses twice.
      ...[...leaving, ...leaving].map(async ({ id }) => leave(await newReq(), id)),
      registerAtOnce(event.id, 40),
    ])
    const stored = await registrationsOf(event.id)
    expect(stored).toHaveLength(85)
    expect(stored.filter(({ state }) => state === 'seat')).toHaveLength(20)
    expect(await seatsOf(event.id)).toEqual({ seats: 20, free: 0, waiting: 65 })
  }, 120_000)
})

describe('a resident', () => {
  const apply = async (event: string, more: Record<string, string> = {}) => {
    const who = { ...person(), consentProcessing: 'on', ...more }
    const reply = await asResident(portal).send(`/registrations/send/${event}`, who)
    return { who, reply, answer: (await reply.json()) as { title?: string; fields?: object; error?: string } }
  }

  it('is registered, told so by letter, cancels by the link of it, and the first who waits gets the seat', async () => {
    const event = await makeEvent(1)
    const first = await apply(event.id)
    expect(first.reply.status).toBe(201)
    expect(first.answer.title).toBe('Вы записаны')
    const second = await apply(event.id)
    expect(second.answer.title).toBe('Вы в листе ожидания')
    const third = await apply(event.id)
    const [letter] = await letters(first.who.email)
    expect(letter?.subject).toBe('Вы записаны: Встреча с ГСК')
    const token = tokenIn(letter?.text ?? '')
    const page = await portal.fetch('anonymous', `/registrations/mine/${token}`)
    expect(await page.text()).toContain('Отменить запись')
    const cancelled = await asResident(portal).send(`/registrations/mine/${token}/cancel`, {})
    expect(cancelled.status).toBe(201)
    expect((await registrationsOf(event.id)).map(({ email, state }) => [email, state])).toEqual([
      [second.who.email, 'seat'],
      [third.who.email, 'waiting'],
    ])
    expect((await letters(second.who.email)).map(({ subject }) => subject)).toEqual([
      'Вы в листе ожидания: Встреча с ГСК',
      'Место освободилось: Встреча с ГСК',
    ])
    expect((await portal.fetch('anonymous', `/registrations/mine/${token}`)).status).toBe(404)
  })

  it('must consent, and must leave an address', async () => {
    const event = await makeEvent(2)
    const { reply, answer } = await apply(event.id, { consentProcessing: '', email: '' })
    expect(reply.status).toBe(422)
    expect(Object.keys(answer.fields ?? {}).sort()).toEqual(['consentProcessing', 'email'])
    expect(await registrationsOf(event.id)).toEqual([])
  })

  it('takes one seat however often they send the form, and nobody learns from the answer who has one', async () => {
    const event = await makeEvent(2)
    const { who } = await apply(event.id)
    const again = await apply(event.id, { email: who.email.toUpperCase() })
    expect(again.answer.title).toBe('Вы записаны')
    expect(await seatsOf(event.id)).toMatchObject({ free: 1 })
    expect(await letters(who.email)).toHaveLength(2)
    await apply(event.id)
    // Full now: somebody who has a seat is answered like a stranger.
    const known = await apply(event.id, { email: who.email })
    expect(known.answer).toEqual((await apply(event.id)).answer)
  })

  it('cannot register for what is cancelled, over, closed, unpublished or has no seats', async () => {
    const title = 'Не записаться'
    const off = await makeEvent(5, { title, status: 'cancelled' })
    const over = await makeEvent(5, { title, startsAt: ahead(-1), endsAt: null })
    const closed = await makeEvent(5, { title, registration: { seats: 5, closesAt: ahead(-0.1) } })
    const open = await makeEvent(0, { title, registration: {} })
    const draft = await portal.request('editor', 'POST', '/events?depth=0&draft=true', {
      title,
      startsAt: ahead(5),
      registration: { seats: 5 },
      _status: 'draft',
    })
    const statuses = []
    for (const { id } of [off, over, closed, open, draft.body.doc])
      statuses.push((await apply(id)).reply.status)
    expect(statuses).toEqual([409, 409, 409, 404, 404])
  })

  it('registers for one date of a series, and the other dates keep their seats', async () => {
    const start = new Date(ahead(5))
    const weekday = String(new Date(start.getTime() + 3 * 3_600_000).getUTCDay() || 7)
    const event = await makeEvent(1, {
      startsAt: start.toISOString(),
      endsAt: null,
      repeat: { rule: 'weekly', weekdays: [weekday], until: ahead(40) },
    })
    const day = new Date(start.getTime() + 3 * 3_600_000 + 7 * dayMs).toISOString().slice(0, 10)
    expect((await apply(event.id, { day })).reply.status).toBe(201)
    expect(await seatsOf(event.id, day)).toEqual({ seats: 1, free: 0, waiting: 0 })
    const other = new Date(Date.parse(day) + 7 * dayMs).toISOString().slice(0, 10)
    expect(await seatsOf(event.id, other)).toEqual({ seats: 1, free: 1, waiting: 0 })
    const none = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
    expect((await apply(event.id, { day: none })).reply.status).toBe(404)
    expect((await apply(event.id)).reply.status).toBe(404)
  })
})

describe('what an editor changes', () => {
  const update = (id: string, data: object) =>
    portal.request('editor', 'PATCH', `/events/${id}?depth=0`, { ...data, _status: 'published' })

  it('is told to those who registered, once: a move, then the cancellation', async () => {
    const event = await makeEvent(5)
    await registerAtOnce(event.id, 1)
    const [{ email } = { email: '' }] = await registrationsOf(event.id)
    await keepRegistrations(portal.payload)
    expect(await letters(email)).toHaveLength(1)
    await update(event.id, {
      startsAt: ahead(6),
      endsAt: ahead(6.1),
      status: 'moved',
      statusReason: 'Зал занят',
    })
    await keepRegistrations(portal.payload)
    await keepRegistrations(portal.payload)
    await update(event.id, { status: 'cancelled', statusReason: 'Карантин' })
    await keepRegistrations(portal.payload)
    await keepRegistrations(portal.payload)
    const told = await letters(email)
    expect(told.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Вы записаны',
      'Перенесено',
      'Отменено',
    ])
    expect(told[2]?.text).toContain('Карантин')
  })

  it('gives added seats to those who wait longest', async () => {
    const event = await makeEvent(2)
    await registerAtOnce(event.id, 5)
    await update(event.id, { registration: { seats: 4 } })
    await keepRegistrations(portal.payload)
    const stored = await registrationsOf(event.id)
    expect(stored.map(({ state }) => state)).toEqual(['seat', 'seat', 'seat', 'seat', 'waiting'])
    expect(await seatsOf(event.id)).toEqual({ seats: 4, free: 0, waiting: 1 })
    // An editor erases one by hand.
    expect((await portal.request('editor', 'DELETE', `/registrations/${stored[0]?.id}`)).status).toBe(200)
    expect(await seatsOf(event.id)).toEqual({ seats: 4, free: 0, waiting: 0 })
  })
})

describe('personal data', () => {
  it('are read by editors alone, in the admin and as a list for the door, and are in no public output', async () => {
    const event = await makeEvent(3)
    const date = await dateOf(event.id)
    await register(await newReq(), date, { name: '=HYPERLINK("x")', email: 'dyatel@example.test' })
    await keepRegistrations(portal.payload)
    for (const visitor of ['anonymous', 'volunteer', 'respondent'] as const) {
      expect((await portal.request(visitor, 'GET', '/registrations')).status).toBe(403)
      for (const list of ['csv', 'dates'])
        expect(
          (await portal.request(visitor, 'GET', `/registrations/${list}?event=${event.id}`)).status,
        ).toBe(visitor === 'anonymous' ? 401 : 403)
    }
    const csv = await portal.fetch('editor', `/registrations/csv?event=${event.id}`)
    // A cell that begins like a formula is shown, not run.
    expect(await csv.text()).toContain(`"'=HYPERLINK(""x"")";"dyatel@example.test";"место"`)
    expect((await portal.request('editor', 'GET', `/registrations/dates?event=${event.id}`)).body).toEqual([
      { day: '', seats: 1, waiting: 0 },
    ])
    const snapshot = await (await portal.fetch('anonymous', '/snapshot')).text()
    expect(snapshot).toContain(seatsKey(event.id))
    expect(snapshot).not.toMatch(/dyatel|HYPERLINK|snegir/)
    const log = await portal.payload.find({ collection: 'publications', pagination: false, depth: 0 })
    expect(JSON.stringify(log.docs)).not.toMatch(/dyatel|snegir|Записалов/)
  })

  it('are erased two weeks after the event, and not before', async () => {
    const event = await makeEvent(3)
    await registerAtOnce(event.id, 2)
    await keepRegistrations(portal.payload, new Date(ahead(18.9)))
    expect(await registrationsOf(event.id)).toHaveLength(2)
    await keepRegistrations(portal.payload, new Date(ahead(19.1)))
    expect(await registrationsOf(event.id)).toHaveLength(0)
  })
})

it('tells the site the numbers in one row of the outbox, however many have registered', async () => {
  const rows = async () =>
    (
      await portal.payload.count({
        collection: 'publications',
        where: { collectionSlug: { equals: 'event-seats' } },
      })
    ).totalDocs
  await keepRegistrations(portal.payload)
  const before = await rows()
  const event = await makeEvent(10)
  await registerAtOnce(event.id, 8)
  await keepRegistrations(portal.payload)
  await keepRegistrations(portal.payload)
  expect(await rows()).toBe(before + 1)
})
