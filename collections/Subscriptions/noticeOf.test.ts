import { expect, it } from 'vitest'
import { noticeOf, type Change } from './noticeOf.ts'

const now = new Date('2026-11-26T09:00:00Z')
const common = {
  id: 'a1',
  slug: 'adres',
  title: 'Заголовок',
  publishedAt: '2026-11-26T08:59:00Z',
  createdAt: '2026-11-26T08:59:00Z',
  updatedAt: '2026-11-26T08:59:00Z',
}
// Parts of the documents: what is told depends on nothing else.
const news = (more: object, isNew = true): Change => ({
  collection: 'news',
  isNew,
  view: { ...common, topic: 'transport', ...more },
})
const event = (more: object, isNew = true): Change => ({
  collection: 'events',
  isNew,
  view: { ...common, status: 'scheduled', kind: 'event', startsAt: '2026-12-05T10:00:00Z', ...more },
})
const hearing = (more: object, isNew = true, houses: string[] = []): Change => ({
  collection: 'hearings',
  isNew,
  houses,
  view: { ...common, status: 'scheduled', kind: 'publicHearing', ...more },
})
const told = (change: Change) => noticeOf(change, now)

it('tells of news once: not of an edit, not of what is put there with an old date', () => {
  expect(told(news({}))).toMatchObject({
    key: 'news/a1/1',
    subjects: ['topic/transport'],
    path: '/novosti/adres/',
  })
  expect(told(news({}, false))).toBeNull()
  expect(told(news({ publishedAt: '2026-11-01T00:00:00Z' }))).toBeNull()
})

it('tells of an event to its district, deputies and audience', () => {
  const { subjects } =
    told(event({ district: 'd1', deputies: ['p1', { id: 'p2' }], audience: ['parents'] })) ?? {}
  expect(subjects).toEqual(['district/d1', 'deputy/p1', 'deputy/p2', 'audience/parents'])
})

it('tells of each move of an event and of its end, once each; not of one that is over', () => {
  const moved = { status: 'moved', statusReason: 'Ремонт зала.' }
  expect(told(event(moved, false))).toMatchObject({
    key: 'events/a1/moved-2026-12-05T10:00:00Z',
    word: 'Перенесено',
    detail: '5 декабря в 13:00. Ремонт зала.',
  })
  expect(told(event({ ...moved, startsAt: '2026-12-06T10:00:00Z' }, false))?.key).not.toBe(
    told(event(moved, false))?.key,
  )
  expect(told(event({ status: 'cancelled' }, false))).toMatchObject({
    key: 'events/a1/cancelled',
    word: 'Отменено',
  })
  expect(told(event({ title: 'Иначе' }, false))).toBeNull()
  expect(told(event({ status: 'cancelled', startsAt: '2026-11-20T10:00:00Z' }, false))).toBeNull()
})

it('tells of a notice, its new editions, its new date and its end', () => {
  const keys = [
    hearing({}),
    hearing({ edition: 1 }, false),
    hearing({ edition: 2 }, false),
    hearing({ edition: 3, status: 'moved', meeting: { startsAt: '2026-12-20T15:00:00Z' } }, false),
    hearing({ edition: 4, status: 'cancelled' }, false),
  ].map((change) => told(change)?.key ?? null)
  expect(keys).toEqual(['hearings/a1/1', null, 'hearings/a1/2', 'hearings/a1/3', 'hearings/a1/4'])
  expect(told(hearing({ edition: 4, status: 'cancelled', statusReason: 'Отозвано.' }))).toMatchObject({
    word: 'Публичные слушания: отменено',
    detail: 'Отозвано.',
  })
})

it('tells of a notice to the houses it concerns, and to those who follow its districts', () => {
  expect(told(hearing({ districts: ['d1', { id: 'd2' }] }, true, ['h1', 'h2']))?.subjects).toEqual([
    'hearing/publicHearing',
    'house/h1',
    'house/h2',
    'district/d1',
    'district/d2',
  ])
})

it('tells of changed dates of a series once, with what became of each, and of none that is over', () => {
  const series = (exceptions: object[], isNew = false) =>
    event({ repeat: { rule: 'weekly', weekdays: ['6'], until: '2027-01-30T09:00:00Z', exceptions } }, isNew)
  const cancelled = { day: '2026-12-12T09:00:00Z', change: 'cancelled', note: 'Карантин' }
  const moved = { day: '2026-12-19T09:00:00Z', change: 'moved', startsAt: '2026-12-20T12:00:00Z' }
  expect(told(series([cancelled], true))?.key).toBe('events/a1/1')
  const one = told(series([cancelled]))
  expect(one).toMatchObject({
    word: 'Изменились даты',
    detail: '12 декабря в 13:00 — отменено: Карантин',
  })
  expect(told(series([cancelled]))?.key).toBe(one?.key)
  const both = told(series([cancelled, moved]))
  expect(both?.key).not.toBe(one?.key)
  expect(both?.detail).toContain('19 декабря в 13:00 — теперь 20 декабря в 15:00')
  // The cancelled date passes: nothing new is to tell.
  const later = noticeOf(series([cancelled, moved]), new Date('2026-12-13T09:00:00Z'))
  expect(later?.key).toBe(both?.key)
  expect(told(series([]))).toBeNull()
})
