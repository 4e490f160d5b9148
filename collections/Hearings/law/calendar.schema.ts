import { plusDays, type Day } from '../../moscow.schema.ts'

/** One year of the production calendar: which weekdays are off and which Saturdays and Sundays are worked. */
export type CalendarYear = { year: number; off: readonly Day[]; worked: readonly Day[] }
export type ProductionCalendar = readonly CalendarYear[]

/** As an administrator writes a year: days as «01.01 02.01», in the order of the calendar. */
export type WrittenYear = { year: number; off: string; worked: string; source: string }

/** What the portal begins with. Administrators edit it in the global `calendar`. */
export const knownYears: readonly WrittenYear[] = [
  {
    year: 2026,
    off: '01.01 02.01 05.01 06.01 07.01 08.01 09.01 23.02 09.03 01.05 11.05 12.06 04.11 31.12',
    worked: '',
    source: 'Постановление Правительства РФ от 24.09.2025 № 1466',
  },
  {
    year: 2027,
    off: '01.01 04.01 05.01 06.01 07.01 08.01 22.02 23.02 08.03 03.05 10.05 14.06 04.11 05.11 31.12',
    worked: '20.02',
    source: 'Постановление Правительства РФ от 17.09.2026 № 1187',
  },
]

/** The calendar of the written years; what cannot be a day is left out (the global refuses it). */
export const readCalendar = (
  years: readonly Partial<Record<keyof WrittenYear, unknown>>[],
): ProductionCalendar =>
  years.flatMap(({ year, off, worked }) =>
    typeof year === 'number'
      ? [{ year, off: writtenDays(year, off), worked: writtenDays(year, worked) }]
      : [],
  )

/** Words that are not a day of the year, among days written as «01.01 02.01». */
export const wrongDays = (year: number, written: unknown): string[] =>
  wordsOf(written).filter((word) => dayOfYear(year, word) === null)

export const defaultCalendar: ProductionCalendar = readCalendar(knownYears)

/** Whether offices work on the day. A year without a calendar has the holidays of the Labour Code (ТК ст. 112). */
export const isWorkingDay = (calendar: ProductionCalendar, day: Day): boolean => {
  const known = calendar.find(({ year }) => year === Number(day.slice(0, 4)))
  if (known?.worked.includes(day)) return true
  const weekday = new Date(day).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return known ? !known.off.includes(day) : !isPublicHoliday(day)
}

/** Whether the day is a holiday of the Labour Code (ТК ст. 112), of any year. */
export const isPublicHoliday = (day: Day): boolean => everyYear.includes(day.slice(5))

/** The day itself or the last working day before it. */
export const workingDayUntil = (calendar: ProductionCalendar, day: Day): Day =>
  isWorkingDay(calendar, day) ? day : workingDayUntil(calendar, plusDays(day, -1))

/** The n-th working day after the day. */
export const plusWorkingDays = (calendar: ProductionCalendar, day: Day, count: number): Day => {
  let at = day
  for (let left = count; left > 0;) {
    at = plusDays(at, 1)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

const everyYear = '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(
  ' ',
)

function wordsOf(written: unknown): string[] {
  return typeof written === 'string' ? written.split(/[\s,;]+/).filter(Boolean) : []
}

function writtenDays(year: number, written: unknown): Day[] {
  return wordsOf(written).flatMap((word) => dayOfYear(year, word) ?? [])
}

function dayOfYear(year: number, word: string): Day | null {
  const [, date, month] = /^(\d{2})\.(\d{2})$/.exec(word) ?? []
  const day = `${year}-${month}-${date}`
  const moment = new Date(day)
  return date && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null
}
