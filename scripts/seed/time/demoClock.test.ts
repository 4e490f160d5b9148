import { describe, expect, it } from 'vitest'
import { demoClock } from './demoClock.ts'

const c = demoClock(new Date('2026-11-23T17:52:00Z'))

describe('the clock of the demo', () => {
  it('counts days in Moscow, not in UTC', () => {
    const late = demoClock(new Date('2026-11-23T22:30:00Z'))
    expect(late.on(0)).toBe('24 ноября')
    expect(late.hour).toBe(1)
    expect(c.on(0)).toBe('23 ноября')
  })

  it('gives Moscow times as UTC moments', () => {
    expect(c.at(1, '18:30')).toBe('2026-11-24T15:30:00.000Z')
    expect(c.at(0, '00:00')).toBe('2026-11-22T21:00:00.000Z')
  })

  it('names days as they stand in a sentence', () => {
    expect(c.on(38)).toBe('31 декабря')
    expect(c.weekdayOn(2)).toBe('в среду, 25 ноября')
    expect(c.weekdayOn(1)).toBe('во вторник, 24 ноября')
    expect(c.digits(-17)).toBe('06.11.2026')
  })

  it('finds the next and the last weekday, never today', () => {
    expect(c.next(1)).toBe(7)
    expect(c.next(2)).toBe(1)
    expect(c.next(7, 21)).toBe(27)
    expect(c.last(1)).toBe(-7)
    expect(c.last(7)).toBe(-1)
    expect(c.last(6, -7)).toBe(-9)
  })

  it('knows the working days of the official calendar', () => {
    const newYear = demoClock(new Date('2026-12-30T09:00:00Z'))
    expect(newYear.isWorkday(1)).toBe(false)
    expect(newYear.workday(1)).toBe(12)
    expect(newYear.addWorkdays(0, 1)).toBe(12)
    expect(newYear.workdayBack(11)).toBe(0)
    const february = demoClock(new Date('2027-02-19T09:00:00Z'))
    expect(february.isWorkday(1)).toBe(true)
    expect(february.isWorkday(3)).toBe(false)
  })
})
