import { capitalise, dayKey, dayNear, dayYear, monthKey, time, timeRange, weekdayDay } from './dates.ts'

type When = string | Date

/** A stored date; a value that is none throws here, where the document it is from is still known. */
export function dateOf(value: string): Date {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) throw new RangeError(`неверная дата «${value}»`)
  return date
}

/** When something takes place: the end is optional, an all-day thing has days but no hours. */
export interface Period {
  startsAt: string
  endsAt?: string | null
  allDay?: boolean | null
}

/** The instant at which a Moscow day («2026-11-23») begins; Moscow has been UTC+3 without summer time since 2014. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+03:00`)
}

/** The day `count` days after «2026-11-23», as the same kind of string. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The month `count` months after «2026-11». */
function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 15)).toISOString().slice(0, 7)
}

/** Every day a period touches: an exhibition of a week stands in seven cells. */
export function daysOf({ startsAt, endsAt }: Period): string[] {
  const first = dayKey(startsAt)
  const last = endsAt && endsAt > startsAt ? dayKey(endsAt) : first
  const days = [first]
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** Every month a period touches. */
export function monthsOf({ startsAt, endsAt }: Period): string[] {
  const last = monthKey(endsAt && endsAt > startsAt ? endsAt : startsAt)
  const months: string[] = []
  for (let month = monthKey(startsAt); month <= last; month = addMonths(month, 1)) months.push(month)
  return months
}

/** «23 ноября 2026, 09:20» */
export function dateTime(when: When): string {
  return `${dayYear(when)}, ${time(when)}`
}

/** «10:00–14:00», «10:00», «весь день», «10:00, до 24 ноября 18:00». */
function hoursText({ startsAt, endsAt, allDay }: Period): string {
  const end = endsAt && endsAt > startsAt ? endsAt : null
  const isLong = end !== null && dayKey(end) !== dayKey(startsAt)
  if (allDay) return isLong ? `до ${dayNear(end, startsAt)}` : 'весь день'
  if (!end) return time(startsAt)
  return isLong ? `${time(startsAt)}, до ${dayNear(end, startsAt)} ${time(end)}` : timeRange(startsAt, end)
}

/** «Воскресенье, 22 ноября 2026, 10:00–14:00»: the full answer to «когда»; the year where it is not that of `now`. */
export function periodText(period: Period, now: When): string {
  const { startsAt, endsAt, allDay } = period
  const day = (when: When) => withYear(weekdayDay(when), when, now)
  const end = endsAt && endsAt > startsAt && dayKey(endsAt) !== dayKey(startsAt) ? endsAt : null
  if (!end) return capitalise(`${day(startsAt)}, ${hoursText(period)}`)
  const part = (when: string) => (allDay ? day(when) : `${day(when)}, ${time(when)}`)
  return capitalise(`${part(startsAt)} — ${part(end)}`)
}

function withYear(text: string, when: When, now: When): string {
  const year = dayKey(when).slice(0, 4)
  return year === dayKey(now).slice(0, 4) ? text : `${text} ${year}`
}

/** «2026-w49»: the ISO week of a day, by the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1
  return `${year}-w${String(number).padStart(2, '0')}`
}

/** The seven days of «2026-w49», from Monday. */
export function daysOfWeek(week: string): string[] {
  const [year = '', number = '1'] = week.split('-w')
  // The fourth of January is always in the first week.
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7)
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** Every ISO week that has a day in the month «2026-12». */
export function weeksOfMonth(month: string): string[] {
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const weeks: string[] = []
  for (let day = mondayOf(`${month}-01`); day <= last; day = addDays(day, 7)) weeks.push(weekOf(day))
  return weeks
}

function mondayOf(day: string): string {
  return addDays(day, 1 - (new Date(`${day}T12:00:00Z`).getUTCDay() || 7))
}
