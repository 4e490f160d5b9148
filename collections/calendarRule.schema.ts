import { plusDays, type Day } from './moscow.schema.ts'

/** A weekday as rules of the calendar mean it: «every Saturday», «the second Tuesday of a month», «the last Friday». */
export interface WeekdayRule {
  /** ISO: «1» is Monday. */
  weekday: string
  /** «every», «1»…«4»: the N-th such weekday of a month, «last». */
  weeks?: string | null
}

/** Whether the rule means this day. */
export function isOnWeekday({ weekday, weeks }: WeekdayRule, day: Day): boolean {
  if (weekdayOf(day) !== Number(weekday)) return false
  if (!weeks || weeks === 'every') return true
  const number = Number(day.slice(8))
  return weeks === 'last'
    ? plusDays(day, 7).slice(0, 7) !== day.slice(0, 7)
    : Math.ceil(number / 7) === Number(weeks)
}

/** ISO: 1 is Monday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** The days from one to another, both included. */
export function daysFromTo(from: Day, until: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= until; day = plusDays(day, 1)) days.push(day)
  return days
}
