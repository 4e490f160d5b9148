import { describe, expect, it } from 'vitest'
import { agendaDays, monthWeeks } from './calendar.ts'
import type { CalendarEntry } from './props.ts'

const entry = (day: string, time?: string): CalendarEntry => ({
  day,
  time,
  title: `${day} ${time}`,
  href: '/kalendar/x/',
  kind: 'event',
})

describe('monthWeeks', () => {
  it('starts weeks on Monday and fills the grid with the days around', () => {
    const weeks = monthWeeks({ month: '2026-11', today: '2026-11-23', entries: [] })
    expect(weeks).toHaveLength(6)
    expect(weeks[0]?.map((day) => day.number)).toEqual([26, 27, 28, 29, 30, 31, 1])
    expect(weeks[0]?.map((day) => day.isOut)).toEqual([true, true, true, true, true, true, false])
    expect(weeks.flat().filter((day) => !day.isOut)).toHaveLength(30)
  })

  it('knows February of a leap year that begins on a Tuesday', () => {
    const days = monthWeeks({ month: '2028-02', today: '2026-11-23', entries: [] }).flat()
    expect(days.filter((day) => !day.isOut).at(-1)?.number).toBe(29)
    expect(days[1]?.number).toBe(1)
  })

  it('marks today and what is past, and orders a day by time with the whole day first', () => {
    const entries = [entry('2026-11-23', '18:00'), entry('2026-11-23', '09:30'), entry('2026-11-23')]
    const days = monthWeeks({ month: '2026-11', today: '2026-11-23', entries }).flat()
    const today = days.find((day) => day.isToday)
    expect(today?.number).toBe(23)
    expect(today?.entries.map((e) => e.time)).toEqual([undefined, '09:30', '18:00'])
    expect(days.find((day) => day.key === '2026-11-22')?.isPast).toBe(true)
    expect(days.find((day) => day.key === '2026-11-23')?.isPast).toBe(false)
  })

  it('leaves the entries of neighbour months to their own month', () => {
    const days = monthWeeks({ month: '2026-11', today: '2026-11-23', entries: [entry('2026-12-01')] }).flat()
    expect(days.every((day) => day.entries.length === 0)).toBe(true)
  })
})

it('agendaDays groups by day in the order of time', () => {
  const days = agendaDays([
    entry('2026-11-24', '10:00'),
    entry('2026-11-23', '12:00'),
    entry('2026-11-24', '08:00'),
  ])
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
  ])
  expect(days[1]?.entries[0]?.time).toBe('08:00')
})
