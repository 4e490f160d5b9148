import { describe, expect, it } from 'vitest'
import {
  capitalise,
  day,
  dayKey,
  dayNear,
  dayRange,
  daysBetween,
  monthYear,
  nearTime,
  numericDate,
  plural,
  time,
  timeRange,
  weekdayDay,
} from './dates.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
const now = '2026-11-23T09:00:00Z'

describe('dates', () => {
  it('counts the day by the Moscow clock', () => {
    expect(dayKey('2026-11-22T21:30:00Z')).toBe('2026-11-23')
    expect(time('2026-11-22T21:30:00Z')).toBe('00:30')
    expect(numericDate('2026-12-31T22:00:00Z')).toBe('01.01.2027')
  })

  it('names the weekday and the month in the right case', () => {
    expect(plain(weekdayDay(now))).toBe('понедельник, 23 ноября')
    expect(plain(day('2026-05-01T09:00:00Z'))).toBe('1 мая')
    expect(monthYear('2026-11')).toBe('Ноябрь 2026')
    expect(capitalise('понедельник')).toBe('Понедельник')
  })

  it('adds the year only where it differs', () => {
    expect(plain(dayNear('2026-12-04T09:00:00Z', now))).toBe('4 декабря')
    expect(plain(dayNear('2027-01-04T09:00:00Z', now))).toBe('4 января 2027')
  })

  it('writes ranges the Russian way', () => {
    expect(plain(timeRange('2026-11-22T07:00:00Z', '2026-11-22T11:00:00Z'))).toBe('10:00–14:00')
    expect(plain(dayRange('2026-11-16T09:00:00Z', '2026-11-20T09:00:00Z', now))).toBe('16–20 ноября')
    expect(plain(dayRange('2026-11-16T09:00:00Z', '2026-12-04T09:00:00Z', now))).toBe('16 ноября — 4 декабря')
    expect(plain(dayRange('2026-12-28T09:00:00Z', '2027-01-09T09:00:00Z', now))).toBe(
      '28 декабря 2026 — 9 января 2027',
    )
    expect(plain(dayRange(now, now, now))).toBe('23 ноября')
  })

  it('says today and tomorrow by the calendar, not by hours', () => {
    expect(nearTime('2026-11-23T20:59:00Z', now)).toBe('сегодня, 23:59')
    expect(nearTime('2026-11-23T21:00:00Z', now)).toBe('завтра, 00:00')
    expect(plain(nearTime('2026-11-26T07:00:00Z', now))).toBe('чт, 26 ноября, 10:00')
    expect(daysBetween(now, '2026-12-04T20:59:00Z')).toBe(11)
    expect(daysBetween(now, '2026-11-22T20:59:00Z')).toBe(-1)
  })

  it.each([
    [1, '1 день'],
    [2, '2 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [21, '21 день'],
    [112, '112 дней'],
    [1204, '1 204 дня'],
  ])('agrees %i with its noun', (count, expected) => {
    expect(plain(plural(count, ['день', 'дня', 'дней']))).toBe(expected)
  })

  it('refuses what is not a date', () => {
    expect(() => day('скоро')).toThrow('Not a date: скоро')
  })
})
