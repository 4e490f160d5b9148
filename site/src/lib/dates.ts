import { memo } from './memo.ts'
import { typography } from './typography.ts'

// The portal lives by one clock, whatever the machine that builds it.
export const TIME_ZONE = 'Europe/Moscow'

const MONTHS_OF = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
)
const MONTHS = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const WEEKDAYS = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ')
const WEEKDAYS_SHORT = 'вс пн вт ср чт пт сб'.split(' ')

const fields = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

type When = string | Date

interface Parts {
  year: number
  /** 1–12 */
  month: number
  day: number
  hour: number
  minute: number
  /** 0 is Sunday */
  weekday: number
}

/** Calendar parts of a moment as a clock in Lyubertsy shows them. */
export function moscowParts(when: When): Readonly<Parts> {
  const time = new Date(when).getTime()
  if (Number.isNaN(time)) throw new RangeError(`Not a date: ${String(when)}`)
  return partsOf(time)
}

// Intl takes some microseconds, and a date stands on its page several times and in lists again.
const partsOf = memo(2000, (time: number): Parts => {
  const part: Record<string, number> = {}
  for (const { type, value } of fields.formatToParts(time)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
})

/** «2026-11-23»: the Moscow day, for `datetime`, comparison and keys. */
export function dayKey(when: When): string {
  const { year, month, day } = moscowParts(when)
  return `${year}-${two(month)}-${two(day)}`
}

/** «2026-11», for the address of a month. */
export const monthKey = (when: When): string => dayKey(when).slice(0, 7)

/** «23 ноября» */
export function day(when: When): string {
  const { day, month } = moscowParts(when)
  return typography(`${day} ${MONTHS_OF[month - 1]}`)
}

/** «23 ноября 2026» */
export const dayYear = (when: When): string => `${day(when)} ${moscowParts(when).year}`

/** «23 ноября», and with the year when it is not the year of `now`. */
export const dayNear = (when: When, now: When): string =>
  moscowParts(when).year === moscowParts(now).year ? day(when) : dayYear(when)

/** «понедельник, 23 ноября» */
export const weekdayDay = (when: When): string => `${WEEKDAYS[moscowParts(when).weekday]}, ${day(when)}`

/** «пн, 23 ноября» */
export const weekdayShortDay = (when: When): string =>
  `${WEEKDAYS_SHORT[moscowParts(when).weekday]}, ${day(when)}`

/** «Ноябрь 2026», the name of a month as a heading; accepts «2026-11» too. */
export function monthYear(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${capitalise(MONTHS[(number ?? 1) - 1] ?? '')} ${year}`
}

/** «ноября»: the month after a day number, by «2026-11». */
export const monthOf = (month: string): string => MONTHS_OF[Number(month.split('-')[1]) - 1] ?? ''

/** «09.11.2026», for stamps and documents. */
export function numericDate(when: When): string {
  const { year, month, day } = moscowParts(when)
  return `${two(day)}.${two(month)}.${year}`
}

/** «18:30» */
export function time(when: When): string {
  const { hour, minute } = moscowParts(when)
  return `${two(hour)}:${two(minute)}`
}

/** «10:00–14:00», held together. */
export const timeRange = (from: When, to: When): string => typography(`${time(from)}–${time(to)}`)

/** «16 ноября — 4 декабря», «16–20 ноября», «16 ноября»; the year only where it is not that of `now`. */
export function dayRange(from: When, to: When, now: When = from): string {
  const [a, b] = [moscowParts(from), moscowParts(to)]
  if (dayKey(from) === dayKey(to)) return dayNear(from, now)
  if (a.year === b.year && a.month === b.month) return typography(`${a.day}–${dayNear(to, now)}`)
  return typography(`${a.year === b.year ? day(from) : dayYear(from)} — ${dayNear(to, now)}`)
}

/** Whole Moscow days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: When, to: When): number {
  return Math.round((Date.parse(dayKey(to)) - Date.parse(dayKey(from))) / 86_400_000)
}

/** «сегодня», «завтра», «чт, 26 ноября»; what lies in another year carries it. */
export function nearDay(when: When, now: When): string {
  const ahead = daysBetween(now, when)
  if (ahead === 0) return 'сегодня'
  if (ahead === 1) return 'завтра'
  if (moscowParts(when).year !== moscowParts(now).year) return dayYear(when)
  return weekdayShortDay(when)
}

/** «завтра, 18:30», «чт, 26 ноября, 10:00». Only where the page reads the clock as a key. */
export const nearTime = (when: When, now: When): string => `${nearDay(when, now)}, ${time(when)}`

const pluralRules = new Intl.PluralRules('ru')

/** `plural(11, ['день', 'дня', 'дней'])` → «11 дней», with a no-break space. */
export function plural(count: number, forms: [one: string, few: string, many: string]): string {
  return `${number(count)}\u00a0${pluralForm(count, forms)}`
}

/** The word alone: `pluralForm(11, ['день', 'дня', 'дней'])` → «дней». */
export function pluralForm(count: number, [one, few, many]: [string, string, string]): string {
  const rule = pluralRules.select(count)
  return rule === 'one' ? one : rule === 'few' ? few : many
}

const numbers = new Intl.NumberFormat('ru')

/** «18 460», with a no-break space; four digits too, as figures stand in columns. */
export const number = (value: number): string => numbers.format(value).replace(/\s/g, '\u00a0')

/** «Понедельник, 23 ноября» for the start of a line. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const two = (value: number) => String(value).padStart(2, '0')
