import { describe, expect, it } from 'vitest'
import { calendarRecord } from './calendarRecord.ts'

const event = {
  startsAt: '2026-12-01T15:00:00.000Z',
  status: 'scheduled',
  sequence: 3,
  place: { name: 'ДК', address: 'а' },
}

describe('calendarRecord', () => {
  it('begins at nothing', () => {
    expect(calendarRecord(null, event)).toEqual({ sequence: 0, previousStartsAt: null })
  })

  it.each([
    ['the start', { startsAt: '2026-12-02T15:00:00.000Z' }],
    ['the end', { endsAt: '2026-12-01T17:00:00.000Z' }],
    ['the cancellation', { status: 'cancelled' }],
    ['the place', { place: { name: 'ДК', address: 'б' } }],
    ['the whole day', { allDay: true }],
  ])('raises the sequence with %s', (_, change) => {
    expect(calendarRecord(event, { ...event, ...change }).sequence).toBe(4)
  })

  it('leaves the sequence alone when only words change', () => {
    expect(calendarRecord(event, { ...event, title: 'Иначе', lead: 'Иначе' }).sequence).toBe(3)
  })

  it('remembers the start residents knew, and forgets it when the event returns there', () => {
    const moved = calendarRecord(event, { ...event, startsAt: '2026-12-05T15:00:00.000Z' })
    expect(moved.previousStartsAt).toBe('2026-12-01T15:00:00.000Z')
    const known = { ...event, startsAt: '2026-12-05T15:00:00.000Z', previousStartsAt: moved.previousStartsAt }
    expect(calendarRecord(known, { ...known, lead: 'x' }).previousStartsAt).toBe('2026-12-01T15:00:00.000Z')
    expect(calendarRecord(known, { ...known, startsAt: event.startsAt }).previousStartsAt).toBeNull()
  })
})
