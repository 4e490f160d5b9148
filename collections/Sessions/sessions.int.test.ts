import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { rowId } from '../rowId.ts'
import { openPortal, type Portal, type Visitor } from '../test/openPortal.ts'
import type { RollEntry } from './roll.schema.ts'

let portal: Portal
const ids = { now: '', left: '' }
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  for (const [key, to] of [
    ['now', undefined],
    ['left', daysAgo(30)],
  ] as const) {
    const { body, status } = await portal.request('editor', 'POST', '/deputies?depth=0', {
      lastName: key,
      firstName: 'Депутат',
      term: { from: daysAgo(500), ...(to ? { to } : {}) },
      _status: 'published',
    })
    expect(status, JSON.stringify(body)).toBe(201)
    ids[key] = body.doc.id
  }
})
afterAll(() => portal.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

const item = rowId()
const entry = (deputy: string, more: Partial<RollEntry> = {}): RollEntry => ({
  deputy,
  present: true,
  votes: [{ item, vote: 'for' }],
  ...more,
})

const session = (change: object = {}) => ({
  number: '7',
  startsAt: daysAgo(10),
  place: { name: 'Зал' },
  attend: 'По паспорту',
  status: 'held',
  agenda: [{ id: item, title: 'Вопрос', result: 'accepted' }],
  roll: [entry(ids.now)],
  _status: 'published',
  ...change,
})

const send = (as: Visitor, change: object = {}) =>
  portal.request(as, 'POST', '/sessions?depth=0', session(change))

const made = async (change: object = {}) => {
  const { body, status } = await send('editor', change)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc
}

describe('a sitting', () => {
  it('is called by its number and date, and public with its votes', async () => {
    const { id, title } = await made()
    expect(title).toMatch(/^Заседание № 7 от \d+ \S+ 20\d\d$/)
    const { body } = await portal.request('anonymous', 'GET', `/sessions/${id}?depth=0`)
    expect(body.roll).toEqual([entry(ids.now)])
    expect(body.agenda[0].id).toBe(item)
  })

  it('is not published before it says how residents attend', async () => {
    const { body, status } = await send('editor', { attend: '' })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('attend')
  })

  const lies: [string, () => object, RegExp][] = [
    [
      'two votes of one deputy on one item',
      () => ({
        roll: [
          entry(ids.now, {
            votes: [
              { item, vote: 'for' },
              { item, vote: 'against' },
            ],
          }),
        ],
      }),
      /дважды/,
    ],
    ['a deputy twice', () => ({ roll: [entry(ids.now), entry(ids.now)] }), /дважды/],
    ['a vote of an absent one', () => ({ roll: [entry(ids.now, { present: false })] }), /отсутствует/],
    ['a vote of one whose term is over', () => ({ roll: [entry(ids.left)] }), /не был депутатом/],
    ['a vote of nobody', () => ({ roll: [entry(rowId())] }), /нет на портале/],
    ['votes before it begins', () => ({ startsAt: daysAgo(-3) }), /не началось/],
    ['votes though it was cancelled', () => ({ status: 'cancelled' }), /отменено/],
    ['what is no roll', () => ({ roll: [{ deputy: 'x' }] }), /не так/],
  ]
  it.each(lies)('is not published with %s', async (_, change, words) => {
    const { body, status } = await send('editor', change())
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toMatch(words)
  })

  it.each(lies.slice(0, 5))('does not get public with %s by a later change or a draft', async (_, change) => {
    const { id } = await made()
    const changed = await portal.request('editor', 'PATCH', `/sessions/${id}`, {
      ...change(),
      _status: 'published',
    })
    expect(changed.status).toBe(400)
    await portal.request('editor', 'PATCH', `/sessions/${id}?draft=true`, change())
    const published = await portal.request('editor', 'PATCH', `/sessions/${id}?draft=true`, {
      _status: 'published',
    })
    expect(published.status).toBe(400)
    const { body } = await portal.request('anonymous', 'GET', `/sessions/${id}?depth=0`)
    expect(body.roll).toEqual([entry(ids.now)])
  })

  it('keeps the vote of a deputy from a day on which they were in office', async () => {
    await made({ startsAt: daysAgo(40), roll: [entry(ids.left)] })
  })

  it('loses the votes on an item that left the agenda', async () => {
    const { id } = await made()
    const { body } = await portal.request('editor', 'PATCH', `/sessions/${id}?depth=0`, {
      agenda: [{ id: rowId(), title: 'Другой вопрос' }],
      _status: 'published',
    })
    expect(body.doc.roll).toEqual([entry(ids.now, { votes: [] })])
  })

  it('gives no votes to its copy', async () => {
    const { id } = await made()
    const { body } = await portal.request('editor', 'POST', `/sessions/${id}/duplicate?depth=0`, {
      slug: 'kopiya',
    })
    expect(body.doc.agenda).toHaveLength(1)
    expect(body.doc.roll).toEqual([])
  })

  it('tells calendars of a new date, and not that it was held', async () => {
    const { id } = await made({ status: 'scheduled', startsAt: daysAgo(-5), roll: [] })
    const change = async (data: object) =>
      (await portal.request('editor', 'PATCH', `/sessions/${id}?depth=0`, { ...data, _status: 'published' }))
        .body.doc
    const moved = await change({ status: 'moved', startsAt: daysAgo(-9) })
    expect(moved.sequence).toBe(1)
    expect(Date.parse(moved.previousStartsAt)).toBeLessThan(Date.parse(moved.startsAt))
    const past = await made({ status: 'scheduled', roll: [] })
    const { body } = await portal.request('editor', 'PATCH', `/sessions/${past.id}?depth=0`, {
      status: 'held',
      _status: 'published',
    })
    expect(body.doc.sequence).toBe(0)
  })
})

describe('a volunteer', () => {
  it('writes drafts alone', async () => {
    expect((await send('volunteer')).status).toBe(403)
    const { body, status } = await portal.request('volunteer', 'POST', '/sessions?draft=true', {
      ...session(),
      _status: 'draft',
    })
    expect(status).toBe(201)
    expect((await portal.request('anonymous', 'GET', `/sessions/${body.doc.id}`)).status).toBe(404)
    const published = await portal.request('volunteer', 'PATCH', `/sessions/${body.doc.id}`, {
      _status: 'published',
    })
    expect(published.status).toBe(403)
  })
})
