import { describe, expect, it } from 'vitest'
import { nearestReception, nextReception, receptionDays, receptionHours } from './receptions.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '')

describe('receptions', () => {
  it('puts weekdays in the right case and gender', () => {
    expect(plain(receptionDays({ weekday: '2', weeks: 'every' }))).toBe('по вторникам')
    expect(plain(receptionDays({ weekday: '1', weeks: '1' }))).toBe('в первый понедельник месяца')
    expect(plain(receptionDays({ weekday: '3', weeks: '2' }))).toBe('во вторую среду месяца')
    expect(plain(receptionDays({ weekday: '7', weeks: 'last' }))).toBe('в последнее воскресенье месяца')
  })

  it('finds the nearest day, today included', () => {
    expect(nextReception({ weekday: '1', weeks: 'every' }, '2026-11-23')).toBe('2026-11-23')
    expect(nextReception({ weekday: '2', weeks: '1' }, '2026-11-23')).toBe('2026-12-01')
    expect(nextReception({ weekday: '1', weeks: 'last' }, '2026-11-24')).toBe('2026-11-30')
    expect(nextReception({ weekday: '4', weeks: '4' }, '2026-11-27')).toBe('2026-12-24')
  })

  it('says it the way people do', () => {
    expect(plain(nearestReception({ weekday: '2', weeks: '1' }, '2026-11-23'))).toBe('ближайший — 1 декабря')
    expect(plain(nearestReception({ weekday: '2', weeks: 'every' }, '2026-11-23'))).toBe('ближайший — завтра')
    expect(plain(receptionHours({ from: '17:00', to: '19:00' }))).toBe('17:00–19:00')
    expect(plain(receptionHours({ from: '17:00', to: '' }))).toBe('с 17:00')
  })
})
