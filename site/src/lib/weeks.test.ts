import { describe, expect, it } from 'vitest'
import { addDays, daysOfWeek, weekOf, weeksOfMonth } from './calendar.ts'
import { seatsWords } from './seatsWords.ts'
import { repeatWords } from './weekdayWords.ts'

describe('a week of the calendar', () => {
  it('belongs to the year of its Thursday', () => {
    expect(weekOf('2026-12-05')).toBe('2026-w49')
    expect(weekOf('2027-01-01')).toBe('2026-w53')
    expect(weekOf('2027-01-04')).toBe('2027-w01')
    expect(weekOf('2024-12-30')).toBe('2025-w01')
  })

  it('has seven days from Monday, and every day is in its own week', () => {
    expect(daysOfWeek('2026-w53')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
    for (let day = '2020-01-01'; day < '2040-01-01'; day = addDays(day, 1))
      expect(daysOfWeek(weekOf(day))).toContain(day)
  })

  it('is one of a month when it has a day in it', () => {
    expect(weeksOfMonth('2026-12')).toEqual(['2026-w49', '2026-w50', '2026-w51', '2026-w52', '2026-w53'])
    expect(weeksOfMonth('2027-02')).toEqual(['2027-w05', '2027-w06', '2027-w07', '2027-w08'])
  })
})

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('says how an event repeats', () => {
  expect(plain(repeatWords({ rule: 'weekly', weekdays: ['6'] }))).toBe('по субботам')
  expect(plain(repeatWords({ rule: 'weekly', weekdays: ['4', '2', '7'] }))).toBe(
    'по вторникам, четвергам и воскресеньям',
  )
  expect(plain(repeatWords({ rule: 'monthWeekday', weeks: '2', weekdays: ['5'] }))).toBe(
    'во вторую пятницу месяца',
  )
  expect(plain(repeatWords({ rule: 'monthDay', monthDay: 5 }))).toBe('5-го числа каждого месяца')
})

it('says how many seats are free, in the right case, and what one can do when there are none', () => {
  expect(seatsWords({ seats: 12, free: 1, waiting: 0 })).toBe('Свободно 1 место из 12')
  expect(seatsWords({ seats: 12, free: 3, waiting: 0 })).toBe('Свободно 3 места из 12')
  expect(seatsWords({ seats: 12, free: 0, waiting: 0 })).toContain('лист ожидания')
  expect(seatsWords({ seats: 12, free: 0, waiting: 2 })).toBe('Мест нет, в листе ожидания 2 человека')
})
