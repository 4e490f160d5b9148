import { describe, expect, it } from 'vitest'
import {
  answering,
  daysLeft,
  daysWord,
  forwarding,
  isOverdue,
  leftWords,
  registration,
  termWords,
  type Timed,
} from './clock.schema.ts'
import { dayOf, endOfDay } from '../moscow.schema.ts'

// Late in the evening of the 25th in London is the 26th in Moscow.
const asked: Timed = { state: 'received', createdAt: '2026-11-25T21:30:00.000Z' }
const registered: Timed = { ...asked, state: 'published', registeredAt: '2026-11-27T06:00:00.000Z' }

describe('the legal clock', () => {
  it('counts days in Moscow and leaves out the day of the event', () => {
    expect(registration(asked)).toEqual({ from: '2026-11-26', days: 3, until: '2026-11-29' })
    expect(forwarding(registered).until).toBe('2026-12-04')
    expect(answering(registered).until).toBe('2026-12-27')
    expect(dayOf(endOfDay('2026-12-27'))).toBe('2026-12-27')
    expect(dayOf(new Date(endOfDay('2026-12-27').getTime() + 1))).toBe('2026-12-28')
  })

  it('promises a latest day before registration', () => {
    expect(answering(asked).until).toBe('2026-12-29')
  })

  it('shows its arithmetic', () => {
    expect(termWords(answering(registered))).toBe('27 ноября + 30 дней = 27 декабря')
    expect(termWords(answering({ ...registered, termDays: 10, extendedDays: 21 }))).toBe(
      '27 ноября + 31 день = 28 декабря',
    )
  })

  it('says what is left, the last day and how much too long', () => {
    const term = answering(registered)
    expect(leftWords(term, '2026-12-16')).toBe('Осталось 11 дней')
    expect(leftWords(term, '2026-12-26')).toBe('Остался 1 день')
    expect(leftWords(term, '2026-12-27')).toBe('Последний день')
    expect(leftWords(term, '2026-12-30')).toBe('Дольше срока на 3 дня')
    expect(daysLeft(term, '2026-12-28')).toBe(-1)
    expect([1, 2, 5, 11, 21, 112].map(daysWord)).toEqual([
      '1 день',
      '2 дня',
      '5 дней',
      '11 дней',
      '21 день',
      '112 дней',
    ])
  })

  it('calls nothing overdue that was lawfully extended or forwarded, or answered on the last day', () => {
    expect(isOverdue(registered, '2026-12-27')).toBe(false)
    expect(isOverdue(registered, '2026-12-28')).toBe(true)
    expect(isOverdue({ ...registered, state: 'forwarded' }, '2026-12-27')).toBe(false)
    expect(isOverdue({ ...registered, state: 'extended', extendedDays: 30 }, '2027-01-26')).toBe(false)
    expect(isOverdue({ ...registered, state: 'extended', extendedDays: 30 }, '2027-01-27')).toBe(true)
    const answered: Timed = { ...registered, state: 'answered', answeredAt: '2026-12-27T20:59:00.000Z' }
    expect(isOverdue(answered, '2027-03-01')).toBe(false)
    expect(isOverdue({ ...answered, answeredAt: '2026-12-27T21:00:00.000Z' }, '2027-03-01')).toBe(true)
  })
})
