import { dayOf, fromDay, momentOf, weekdayOf } from './days.ts'
import { addWorkdays, isWorkday, workdayFrom, workdayUntil } from './workingDays.ts'

/**
 * Dates of the demo data, relative to the day of seeding in Moscow: 0 is today, 1 tomorrow, −7 a week ago. So that there is
 * always something yesterday, now, tomorrow and ahead, whenever the portal is started.
 */
export function demoClock(now: Date) {
  const today = dayOf(now)
  const toOffset = (day: number) => day - today
  return {
    now,
    /** Moscow hour of seeding, 0–23. */
    hour: new Date(now.getTime() + 3 * 3_600_000).getUTCHours(),
    /** The moment as an ISO string. */
    at: (offset: number, time = '12:00') => momentOf(today + offset, time),
    /** «18 декабря», as it stands in a text. */
    on: (offset: number) => dayInWords(today + offset),
    /** «в воскресенье, 18 декабря». */
    weekdayOn: (offset: number) =>
      `${inWeekday[weekdayOf(today + offset) - 1]}, ${dayInWords(today + offset)}`,
    year: (offset = 0) => Number(fromDay(today + offset).slice(0, 4)),
    /** «09.11.2026», as it stands in a document. */
    digits: (offset: number) =>
      fromDay(today + offset)
        .split('-')
        .reverse()
        .join('.'),
    isWorkday: (offset: number) => isWorkday(today + offset),
    workday: (offset: number) => toOffset(workdayFrom(today + offset)),
    workdayBack: (offset: number) => toOffset(workdayUntil(today + offset)),
    addWorkdays: (offset: number, n: number) => toOffset(addWorkdays(today + offset, n)),
    /** The next such weekday after the offset (1 is Monday): at least one day later. */
    next: (weekday: number, after = 0) => after + 1 + ((weekday - weekdayOf(today + after + 1) + 7) % 7),
    /** The last such weekday before the offset: at least one day earlier. */
    last: (weekday: number, before = 0) => before - 1 - ((weekdayOf(today + before - 1) - weekday + 7) % 7),
  }
}

export type DemoClock = ReturnType<typeof demoClock>

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const inWeekday = [
  'в понедельник',
  'во вторник',
  'в среду',
  'в четверг',
  'в пятницу',
  'в субботу',
  'в воскресенье',
]

function dayInWords(day: number): string {
  const [, month = '1', date = '1'] = fromDay(day).split('-')
  return `${Number(date)} ${months[Number(month) - 1]}`
}
