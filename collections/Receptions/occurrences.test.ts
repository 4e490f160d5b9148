import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { occurrencesOf, type Hours } from './occurrences.schema.ts'

const noon = (day: string) => `${day}T09:00:00.000Z`
const december = { from: '2026-12-01', until: '2026-12-31' }
const days = (hours: Hours, range = december) => occurrencesOf(hours, range).map(({ day }) => day)
const rule = { weekday: '3', weeks: 'every', from: '16:00', to: '18:00' }

describe('office hours', () => {
  it('come every week, the first, the last', () => {
    expect(days({ rules: [rule] })).toEqual([
      '2026-12-02',
      '2026-12-09',
      '2026-12-16',
      '2026-12-23',
      '2026-12-30',
    ])
    expect(days({ rules: [{ ...rule, weeks: '1' }] })).toEqual(['2026-12-02'])
    expect(days({ rules: [{ ...rule, weeks: '4' }] })).toEqual(['2026-12-23'])
    expect(days({ rules: [{ ...rule, weeks: 'last' }] })).toEqual(['2026-12-30'])
  })

  it('keep to the first and the last day of a rule, in Moscow', () => {
    // 21:30 UTC is the next day in Moscow.
    const validFrom = '2026-12-08T21:30:00.000Z'
    expect(days({ rules: [{ ...rule, validFrom, validTo: noon('2026-12-23') }] })).toEqual([
      '2026-12-09',
      '2026-12-16',
      '2026-12-23',
    ])
  })

  it('stay in the list when they are cancelled, and say so', () => {
    const exceptions = [{ day: noon('2026-12-30'), change: 'cancelled' as const, note: 'Праздник' }]
    expect(occurrencesOf({ rules: [rule], exceptions }, december).at(-1)).toEqual({
      day: '2026-12-30',
      from: '16:00',
      to: '18:00',
      state: 'cancelled',
      planned: '2026-12-30-16:00',
      note: 'Праздник',
    })
  })

  it('move to another day, hour and place, and leave the former one', () => {
    const exceptions = [
      {
        day: noon('2026-12-09'),
        change: 'moved' as const,
        movedTo: noon('2026-12-11'),
        from: '10:00',
        to: '12:00',
        place: 'Школа',
      },
    ]
    const list = occurrencesOf({ rules: [rule], exceptions }, december)
    expect(list.map(({ day }) => day)).toEqual([
      '2026-12-02',
      '2026-12-11',
      '2026-12-16',
      '2026-12-23',
      '2026-12-30',
    ])
    expect(list[1]).toEqual({
      day: '2026-12-11',
      from: '10:00',
      to: '12:00',
      state: 'moved',
      movedFrom: '2026-12-09',
      planned: '2026-12-09-16:00',
      place: 'Школа',
    })
  })

  it('are found where they moved to, though the former day lies outside', () => {
    const exceptions = [{ day: noon('2026-11-25'), change: 'moved' as const, movedTo: noon('2026-12-01') }]
    expect(days({ rules: [rule], exceptions })).toContain('2026-12-01')
    expect(days({ rules: [rule], exceptions }, { from: '2026-11-20', until: '2026-11-30' })).toEqual([])
  })

  it('have extra days, which no rule means', () => {
    const exceptions = [{ day: noon('2026-12-05'), change: 'extra' as const, from: '11:00', to: '12:00' }]
    expect(occurrencesOf({ rules: [], exceptions }, december)).toEqual([
      { day: '2026-12-05', from: '11:00', to: '12:00', state: 'extra', planned: '2026-12-05-11:00' },
    ])
  })

  it('are the same whether a time is asked for at once or in two parts', () => {
    const dayOfYear = fc
      .integer({ min: 0, max: 364 })
      .map((number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10))
    const hours = fc.record({
      rules: fc.array(
        fc.record({
          weekday: fc.constantFrom('1', '3', '7'),
          weeks: fc.constantFrom('every', '1', '4', 'last'),
          from: fc.constant('10:00'),
          to: fc.constant('11:00'),
        }),
        { maxLength: 3 },
      ),
      exceptions: fc.array(
        fc.record({
          day: dayOfYear.map(noon),
          change: fc.constantFrom('cancelled' as const, 'moved' as const, 'extra' as const),
          movedTo: dayOfYear.map(noon),
          from: fc.constant('12:00'),
          to: fc.constant('13:00'),
        }),
        { maxLength: 4 },
      ),
    })
    fc.assert(
      fc.property(hours, dayOfYear, (each, cut) => {
        const next = new Date(Date.parse(`${cut}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
        const whole = occurrencesOf(each, { from: '2026-01-01', until: '2027-01-01' })
        const parts = [
          ...occurrencesOf(each, { from: '2026-01-01', until: cut }),
          ...occurrencesOf(each, { from: next, until: '2027-01-01' }),
        ]
        expect(parts).toEqual(whole)
      }),
    )
  })
})
