import { describe, expect, it } from 'vitest'
import { nearestReception, receptionChanges, receptionHours } from './receptions.ts'
import { weekdayWords } from './weekdayWords.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')

describe('receptions', () => {
  it('puts weekdays in the right case and gender', () => {
    expect(plain(weekdayWords({ weekday: '2', weeks: 'every' }))).toBe('по вторникам')
    expect(plain(weekdayWords({ weekday: '1', weeks: '1' }))).toBe('в первый понедельник месяца')
    expect(plain(weekdayWords({ weekday: '3', weeks: '2' }))).toBe('во вторую среду месяца')
    expect(plain(weekdayWords({ weekday: '7', weeks: 'last' }))).toBe('в последнее воскресенье месяца')
  })

  it('tells what is other than usual, from today on', () => {
    const exceptions = [
      {
        day: '2026-12-08T09:00:00.000Z',
        change: 'moved' as const,
        movedTo: '2026-12-09T09:00:00.000Z',
        from: '18:00',
        to: '20:00',
      },
      { day: '2026-12-01T09:00:00.000Z', change: 'cancelled' as const, note: 'Отпуск' },
      { day: '2026-11-24T09:00:00.000Z', change: 'cancelled' as const },
      {
        day: '2026-12-12T09:00:00.000Z',
        change: 'extra' as const,
        from: '10:00',
        to: '12:00',
        place: 'Школа',
      },
    ]
    expect(receptionChanges({ exceptions }, '2026-11-25').map(plain)).toEqual([
      '1 декабря приёма не будет. Отпуск',
      '8 декабря: перенесён на 9 декабря, 18:00–20:00',
      'Ещё 12 декабря, 10:00–12:00, Школа',
    ])
  })

  it('says it the way people do', () => {
    const nearest = (weeks: string) =>
      nearestReception({ rules: [{ weekday: '2', weeks, from: '17:00', to: '19:00' }] }, '2026-11-23') ?? ''
    expect(plain(nearest('1'))).toBe('ближайший — 1 декабря')
    expect(plain(nearest('every'))).toBe('ближайший — завтра')
    expect(plain(receptionHours({ from: '17:00', to: '19:00' }))).toBe('17:00–19:00')
    expect(plain(receptionHours({ from: '17:00', to: '' }))).toBe('с 17:00')
  })
})
