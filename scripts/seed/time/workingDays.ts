import { fromDay, weekdayOf } from './days.ts'

/** Weekdays off and Saturdays worked, by the government's calendars (ПП № 1466 of 24.09.2025, № 1187 of 17.09.2026). */
const calendars: Record<number, { off: string; worked: string }> = {
  2026: {
    off: '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    worked: '',
  },
  2027: {
    off: '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31',
    worked: '02-20',
  },
}

/** The holidays of the Labour Code: what is known of a year whose calendar is not yet here. */
const everyYear = '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04 12-31'

/** Whether offices work on the day (a day is a number, see days.ts). */
export function isWorkday(day: number): boolean {
  const [year, monthDay] = split(day)
  const calendar = calendars[year]
  if (calendar?.worked.includes(monthDay)) return true
  return weekdayOf(day) < 6 && !(calendar?.off ?? everyYear).includes(monthDay)
}

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

function split(day: number): [number, string] {
  const iso = fromDay(day)
  return [Number(iso.slice(0, 4)), iso.slice(5, 10)]
}
