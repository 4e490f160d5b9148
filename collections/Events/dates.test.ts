import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdayOf } from '../calendarRule.schema.ts'
import { dayOf } from '../moscow.schema.ts'
import { isSeries, plannedDays, seriesDates, type Repeat, type Series } from './dates.schema.ts'

const noon = (day: string) => `${day}T09:00:00.000Z`
/** Saturday, 5 December 2026, 18:00–20:00 in Moscow. */
const series = (repeat: Repeat): Series => ({
  startsAt: '2026-12-05T15:00:00.000Z',
  endsAt: '2026-12-05T17:00:00.000Z',
  repeat: { until: noon('2027-01-31'), ...repeat },
})
const days = (repeat: Repeat) => seriesDates(series(repeat)).map(({ day }) => day)

describe('a repeated event', () => {
  it('comes every week on its days, until its last day, which counts', () => {
    expect(days({ rule: 'weekly', weekdays: ['6', '2'], until: noon('2026-12-19') })).toEqual([
      '2026-12-05',
      '2026-12-08',
      '2026-12-12',
      '2026-12-15',
      '2026-12-19',
    ])
  })

  it('comes by the date of the month and leaves out months without it', () => {
    expect(days({ rule: 'monthDay', monthDay: 31, until: noon('2027-04-01') })).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
    ])
  })

  it('comes on the N-th and the last weekday of the month', () => {
    expect(days({ rule: 'monthWeekday', weeks: '1', weekdays: ['6'] })).toEqual(['2026-12-05', '2027-01-02'])
    expect(days({ rule: 'monthWeekday', weeks: 'last', weekdays: ['5'] })).toEqual([
      '2026-12-25',
      '2027-01-29',
    ])
  })

  it('counts the days of Moscow: a start at half past midnight there is the evening before in UTC', () => {
    const late = {
      ...series({ rule: 'weekly', weekdays: ['6'] }),
      startsAt: '2026-12-04T21:30:00.000Z',
      endsAt: null,
    }
    expect(seriesDates(late)[1]).toMatchObject({ day: '2026-12-12', startsAt: '2026-12-11T21:30:00.000Z' })
  })

  it('keeps a cancelled date with its reason, and the address of a moved one', () => {
    const exceptions = [
      { day: noon('2026-12-12'), change: 'cancelled' as const, note: 'Карантин' },
      {
        day: noon('2026-12-19'),
        change: 'moved' as const,
        startsAt: '2026-12-20T09:00:00.000Z',
        place: 'Школа',
      },
      { day: noon('2027-01-02'), change: 'skipped' as const },
    ]
    const dates = seriesDates(
      series({ rule: 'weekly', weekdays: ['6'], exceptions, until: noon('2027-01-09') }),
    )
    expect(dates.map(({ day, state }) => [day, state])).toEqual([
      ['2026-12-05', 'regular'],
      ['2026-12-12', 'cancelled'],
      ['2026-12-19', 'moved'],
      ['2026-12-26', 'regular'],
      ['2027-01-09', 'regular'],
    ])
    expect(dates[1]).toMatchObject({ note: 'Карантин', startsAt: '2026-12-12T15:00:00.000Z' })
    // Without an end of its own it lasts as long as the others.
    expect(dates[2]).toMatchObject({
      startsAt: '2026-12-20T09:00:00.000Z',
      endsAt: '2026-12-20T11:00:00.000Z',
      plannedStart: '2026-12-19T15:00:00.000Z',
      place: 'Школа',
    })
  })

  it('is none without a rule, and never fills the calendar', () => {
    expect(isSeries(series({ rule: 'once' }))).toBe(false)
    expect(seriesDates(series({ rule: 'once', weekdays: ['6'] }))).toEqual([])
    expect(
      plannedDays(
        series({ rule: 'weekly', weekdays: ['1', '2', '3', '4', '5', '6', '7'], until: noon('2099-01-01') }),
      ).length,
    ).toBeLessThan(740)
  })

  it('has every date on a day of its rule, once, in order, whatever the rule', () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    const rule = fc.record({
      rule: fc.constantFrom('weekly' as const, 'monthDay' as const, 'monthWeekday' as const),
      weekdays: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { minLength: 1 }),
      weeks: fc.constantFrom('1', '2', '3', '4', 'last'),
      monthDay: fc.integer({ min: 1, max: 31 }),
      until: day.map(noon),
    })
    fc.assert(
      fc.property(day, rule, (first, repeat) => {
        const dates = seriesDates({ startsAt: noon(first), endsAt: null, repeat })
        const told = dates.map((date) => date.day)
        expect(told).toEqual([...new Set(told)].sort())
        for (const { day: on, startsAt } of dates) {
          expect(dayOf(startsAt)).toBe(on)
          expect(on >= first && on <= dayOf(repeat.until)).toBe(true)
          if (repeat.rule === 'monthDay') expect(Number(on.slice(8))).toBe(repeat.monthDay)
          else expect(repeat.weekdays).toContain(String(weekdayOf(on)))
        }
      }),
    )
  })
})
