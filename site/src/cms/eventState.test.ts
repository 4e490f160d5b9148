import { expect, it } from 'vitest'
import { eventState } from './eventState.ts'

const clock = (now: Date) => ({ reached: (moment: Date) => moment <= now })
const at = (time: string) => new Date(`2026-11-22T${time}:00+03:00`)
const event = { startsAt: at('10:00').toISOString(), endsAt: at('14:00').toISOString(), allDay: false }

it.each([
  ['09:59', 'before'],
  ['10:00', 'now'],
  ['13:59', 'now'],
  ['14:00', 'after'],
])('at %s an event from 10 to 14 is %s', (time, state) => {
  expect(eventState(event, clock(at(time)))).toBe(state)
})

it('takes an event without an end to last three hours', () => {
  expect(eventState({ ...event, endsAt: null }, clock(at('12:59')))).toBe('now')
  expect(eventState({ ...event, endsAt: null }, clock(at('13:00')))).toBe('after')
})

it('lets an all-day event last through its last day in Moscow', () => {
  const days = { startsAt: '2026-11-21T21:00:00.000Z', endsAt: '2026-11-23T10:00:00.000Z', allDay: true }
  expect(eventState(days, clock(new Date('2026-11-21T20:59:59Z')))).toBe('before')
  expect(eventState(days, clock(new Date('2026-11-21T21:00:00Z')))).toBe('now')
  expect(eventState(days, clock(new Date('2026-11-23T20:59:59Z')))).toBe('now')
  expect(eventState(days, clock(new Date('2026-11-23T21:00:00Z')))).toBe('after')
})

it('does not believe an end before the beginning', () => {
  expect(eventState({ ...event, endsAt: at('09:00').toISOString() }, clock(at('11:00')))).toBe('now')
})
