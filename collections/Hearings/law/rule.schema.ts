import type { HearingKind } from '../../hearingKinds.schema.ts'
import { dayOf, dayWords, type Day } from '../../moscow.schema.ts'
import type { PlanningMatter } from '../noticeWords.schema.ts'
import type { ProductionCalendar } from './calendar.schema.ts'
import { leadOf } from './counting.schema.ts'
import { momentOf, type Notice, type ToldDate } from './notice.schema.ts'

/**
 * How sure we are of a rule: «V» read in the text of the law, «2» retold by somebody, «?» not found, «П» the portal's
 * own. V and П block a publication; 2 warns until a lawyer has confirmed it, then blocks; ? only hints.
 */
export type Mark = 'V' | '2' | '?' | 'П'

export type Rule = {
  id: string
  /** What it demands, as an editor reads it. */
  title: string
  article: string
  mark: Mark
  kinds: readonly HearingKind[]
  matters?: readonly PlanningMatter[]
  /** The first day on which the rule is law, of those that came in our time. */
  appliesFrom?: Day
  /** The number in it, in its unit; the settings may give another. */
  value?: number
  unit?: string
  /** Blocks whatever the mark (personal data), or only hints whatever the mark (a note). */
  effect?: 'block' | 'hint'
  /** Holds for a cancelled notice too. */
  holdsWhenCancelled?: boolean
  check: (notice: Notice, context: Context) => Breach[]
}

/** What is wrong, and at which field of the form. A warning never blocks. */
export type Breach = { field: string; text: string; isWarning?: boolean; lastDay?: Day }

/** What a notice is judged by. */
export type Context = {
  /** The Moscow day on which it is, or would be, published. */
  today: Day
  calendar: ProductionCalendar
  /** The number of a rule: of the settings, or the law's. */
  valueOf: (rule: string) => number | null
}

/** A breach for everything that is not there. */
export const demand = (...demands: [isThere: unknown, field: string, text: string][]): Breach[] =>
  demands.flatMap(([isThere, field, text]) => (isThere ? [] : [{ field, text }]))

/** A breach when something is so. */
export const forbid = (isSo: boolean, breach: Breach): Breach[] => (isSo ? [breach] : [])

/** Since when the public knows a date: since the edition that named it first, or since today. */
export const toldOn = (notice: Notice, date: ToldDate, { today }: Context): Day => {
  const known = notice.told[date]
  return known && known.date === momentOf(notice, date) ? dayOf(known.at) : today
}

/** The first publication; for a term that begins with it, the date on the paper if that is earlier. */
export const noticeDay = ({ noticeAt, told }: Notice, { today }: Context): Day => {
  const published = told.notice ? dayOf(told.notice.at) : today
  return noticeAt && noticeAt < published ? noticeAt : published
}

/** «Не позднее чем за N дней до Y» about a date of the notice. */
export const lead = (
  notice: Notice,
  context: Context,
  { date, days, field, what }: { date: ToldDate; days: number | null; field: string; what: string },
): Breach[] => {
  const moment = momentOf(notice, date)
  if (!moment || days === null) return []
  const published = toldOn(notice, date, context)
  const { lastAllowed, lastLawful, worth } = leadOf({
    published,
    event: dayOf(moment),
    days,
    calendar: context.calendar,
  })
  if (worth === 'clean') return []
  const text =
    worth === 'late'
      ? `Опубликовать нужно не позднее чем за ${days} дней до того, как ${what}. Последний законный день публикации — ${fullDay(lastLawful)}, ${published === context.today ? 'сегодня' : 'опубликовано'} ${fullDay(published)}.`
      : `${fullDay(lastAllowed)} — ровно за ${days} дней: полных дней между ними только ${days - 1}. Надёжнее было бы опубликовать до ${fullDay(lastLawful)}.`
  return [{ field, text, lastDay: lastLawful, ...(worth === 'warning' ? { isWarning: true } : {}) }]
}

/** «4 декабря 2026» */
export const fullDay = (day: Day): string => `${dayWords(day)} ${day.slice(0, 4)}`
