import { daysFrom, plusDays, type Day } from '../../moscow.schema.ts'
import { workingDayUntil, type ProductionCalendar } from './calendar.schema.ts'

/**
 * Terms counted with caution. A term begins on the day after its event (ГК 191); ГК 193 would move a last day off to the
 * next working day, but for ГрК and ЖК that is an analogy only, so nothing here gains from it.
 */

/** «Не позднее чем за N дней до Y»: what the day of publication is worth. */
export type Lead = {
  /** After Y − N: late. Exactly Y − N: only N − 1 full days lie between. Earlier: nothing to argue about. */
  worth: 'clean' | 'warning' | 'late'
  /** Y − N: the last day that is not late. */
  lastAllowed: Day
  /** The last working day not later than Y − N − 1: a backward term never moves forward. */
  lastLawful: Day
}

type LeadQuestion = { published: Day; event: Day; days: number; calendar: ProductionCalendar }

export const leadOf = ({ published, event, days, calendar }: LeadQuestion): Lead => {
  const lastAllowed = plusDays(event, -days)
  const gap = daysFrom(published, lastAllowed)
  return {
    worth: gap < 0 ? 'late' : gap === 0 ? 'warning' : 'clean',
    lastAllowed,
    lastLawful: workingDayUntil(calendar, plusDays(lastAllowed, -1)),
  }
}

/** «В течение N дней со дня X»: the last day. */
export const lastDayWithin = (event: Day, days: number): Day => plusDays(event, days)

/** «Не более N месяцев»: the same date of a later month, or the last day of a shorter one (ГК 192 п. 3). */
export const plusMonths = (day: Day, count: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  const wanted = Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth.getUTCDate()))
  return new Date(wanted).toISOString().slice(0, 10)
}

/** The day to plan for when a term ends on `last`: a maximum gains nothing from days off (ГК 193). */
export const planBy = (calendar: ProductionCalendar, last: Day): Day => workingDayUntil(calendar, last)
