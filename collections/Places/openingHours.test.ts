import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../moscow.schema.ts'
import { openState, type OpeningHours } from './openingHours.schema.ts'

const at = (moment: string) => new Date(`${moment}:00+03:00`)
const ask = (place: OpeningHours, moment: Date) => openState(place, dayOf(moment), (other) => other <= moment)
const isOpen = (place: OpeningHours, moment: string) => ask(place, at(moment))?.isOpen
const everyDay = ['1', '2', '3', '4', '5', '6', '7']

/** Thursday and Friday until two in the night; 26 November 2026 is a Thursday. */
const late: OpeningHours = { opening: 'hours', hours: [{ weekdays: ['4', '5'], from: '18:00', to: '02:00' }] }

describe('opening hours', () => {
  it.each([
    ['2026-11-26T17:59', false],
    ['2026-11-26T18:00', true],
    ['2026-11-27T00:00', true],
    ['2026-11-27T01:59', true],
    ['2026-11-27T02:00', false],
    ['2026-11-28T01:59', true],
    ['2026-11-29T01:00', false],
  ])('go over midnight: %s → %s', (moment, expected) => expect(isOpen(late, moment)).toBe(expected))

  it('say until when, and when it opens again', () => {
    expect(ask(late, at('2026-11-27T01:00'))).toEqual({ isOpen: true, until: at('2026-11-27T02:00') })
    expect(ask(late, at('2026-11-28T03:00'))).toEqual({ isOpen: false, opensAt: at('2026-12-03T18:00') })
  })

  it('hold an exception before the week, and the night before it stays open', () => {
    const place = { ...late, exceptions: [{ day: '2026-11-26T21:00:00.000Z', note: 'Ремонт' }] }
    expect(isOpen(place, '2026-11-27T01:00')).toBe(true)
    expect(isOpen(place, '2026-11-27T19:00')).toBe(false)
    const shorter = {
      ...late,
      exceptions: [
        { day: '2026-11-25T21:00:00.000Z', lastDay: '2026-11-26T21:00:00.000Z', from: '10:00', to: '12:00' },
      ],
    }
    expect(isOpen(shorter, '2026-11-27T11:00')).toBe(true)
    expect(isOpen(shorter, '2026-11-27T19:00')).toBe(false)
    expect(isOpen(shorter, '2026-11-28T01:00')).toBe(false)
  })

  it('know the holidays, and look beyond the longest of them', () => {
    const office: OpeningHours = {
      opening: 'hours',
      hours: [{ weekdays: ['1', '2', '3', '4', '5'], from: '09:00', to: '18:00' }],
      isClosedOnHolidays: true,
    }
    expect(isOpen(office, '2026-11-04T12:00')).toBe(false)
    expect(isOpen({ ...office, isClosedOnHolidays: false }, '2026-11-04T12:00')).toBe(true)
    expect(ask(office, at('2026-12-31T20:00'))).toEqual({ isOpen: false, opensAt: at('2027-01-11T09:00') })
  })

  it('are nobody’s guess where they are not known, and have no end where there is none', () => {
    expect(ask({ opening: 'unknown', hours: late.hours ?? [] }, at('2026-11-26T19:00'))).toBeNull()
    expect(ask({ opening: 'always' }, at('2026-11-26T03:00'))).toEqual({ isOpen: true, until: null })
    const dayAndNight: OpeningHours = {
      opening: 'hours',
      hours: [{ weekdays: everyDay, from: '00:00', to: '00:00' }],
    }
    expect(ask(dayAndNight, at('2026-11-26T00:00'))).toEqual({ isOpen: true, until: null })
  })

  it('keep a break for lunch', () => {
    const place: OpeningHours = {
      opening: 'hours',
      hours: [
        { weekdays: everyDay, from: '14:00', to: '18:00' },
        { weekdays: everyDay, from: '09:00', to: '13:00' },
      ],
    }
    expect(ask(place, at('2026-11-26T13:30'))).toEqual({ isOpen: false, opensAt: at('2026-11-26T14:00') })
  })

  const clock = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const row = fc.record({ weekdays: fc.subarray(everyDay, { minLength: 1 }), from: clock, to: clock })
  const anyPlace = fc.record({
    opening: fc.constant('hours' as const),
    hours: fc.array(row, { maxLength: 4 }),
    isClosedOnHolidays: fc.boolean(),
    exceptions: fc.array(
      fc.record({
        day: fc.constantFrom('2026-12-30T21:00:00.000Z', '2027-01-02T21:00:00.000Z'),
        lastDay: fc.constantFrom(null, '2027-01-04T21:00:00.000Z'),
        from: fc.option(clock),
        to: fc.option(clock),
      }),
      { maxLength: 2 },
    ),
  })
  const minutes = fc.nat(14 * 24 * 60)

  it('agree with a clerk who looks at every minute of today and of yesterday', () => {
    fc.assert(
      fc.property(anyPlace, minutes, (place, minute) => {
        const moment = new Date(at('2026-12-26T00:00').getTime() + minute * 60_000)
        expect(ask(place, moment)?.isOpen).toBe(clerk(place, moment))
      }),
      { numRuns: 500 },
    )
  })

  it('stay as they are told to be until the moment that is named, and change at it', () => {
    fc.assert(
      fc.property(anyPlace, minutes, (place, minute) => {
        const moment = new Date(at('2026-12-26T00:00').getTime() + minute * 60_000)
        const state = ask(place, moment)
        if (!state) throw new Error('hours are known')
        const change = state.isOpen ? state.until : state.opensAt
        if (!change) return
        expect(change > moment).toBe(true)
        expect(ask(place, new Date(change.getTime() - 60_000))?.isOpen).toBe(state.isOpen)
        expect(ask(place, change)?.isOpen).toBe(!state.isOpen)
      }),
      { numRuns: 300 },
    )
  })
})

/** Written another way: by walls of clock text, without stretches. */
function clerk(place: Parameters<typeof openState>[0], moment: Date): boolean {
  const wall = (days: number) => new Date(moment.getTime() + 3 * 3_600_000 + days * 86_400_000).toISOString()
  const now = wall(0).slice(11, 16)
  const holidays = /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/
  const rowsOf = (day: string) => {
    const shifted = (text: string) => new Date(Date.parse(text) + 3 * 3_600_000).toISOString().slice(0, 10)
    const own = (place.exceptions ?? []).filter(
      (one) => shifted(one.day) <= day && day <= shifted(one.lastDay ?? one.day),
    )
    if (own.length > 0) return own
    if (place.isClosedOnHolidays && holidays.test(day)) return []
    const names = ['7', '1', '2', '3', '4', '5', '6']
    const name = names[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? ''
    return (place.hours ?? []).filter(({ weekdays }) => weekdays.includes(name))
  }
  const today = rowsOf(wall(0).slice(0, 10)).some(
    ({ from, to }) => from && to && now >= from && (to <= from || now < to),
  )
  const yesterday = rowsOf(wall(-1).slice(0, 10)).some(({ from, to }) => from && to && to <= from && now < to)
  return today || yesterday
}
