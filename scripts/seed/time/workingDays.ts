import { defaultCalendar, isWorkingDay } from '../../../collections/Hearings/law/calendar.schema.ts'
import { fromDay } from './days.ts'

/** Whether offices work on the day (a day is a number, see days.ts). */
export const isWorkday = (day: number): boolean => isWorkingDay(defaultCalendar, fromDay(day))

export const workdayFrom = (day: number): number => (isWorkday(day) ? day : workdayFrom(day + 1))

/** A backward term never moves forward: the day itself or the last working day before it. */
export const workdayUntil = (day: number): number => (isWorkday(day) ? day : workdayUntil(day - 1))

/** The n-th working day after the day; negative n counts back. */
export function addWorkdays(day: number, n: number): number {
  const step = Math.sign(n)
  let at = day
  for (let left = Math.abs(n); left > 0;) {
    at += step
    if (isWorkday(at)) left -= 1
  }
  return at
}
