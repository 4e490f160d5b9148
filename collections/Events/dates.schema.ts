import { daysFromTo, isOnWeekday } from '../calendarRule.schema.ts'
import { dayOf, daysFrom, plusDays, type Day } from '../moscow.schema.ts'
import type { DateChange } from './repeat.schema.ts'

/** A repeated event as an editor writes it down; of `until` and of an exception's `day` the Moscow day counts. */
export interface Series {
  startsAt?: string | null
  endsAt?: string | null
  repeat?: Repeat | null
}

export interface Repeat {
  rule?: 'once' | 'weekly' | 'monthDay' | 'monthWeekday' | null
  /** ISO: «1» is Monday. */
  weekdays?: readonly string[] | null
  /** «1»…«4», «last» */
  weeks?: string | null
  /** 1–31; months without that day are left out, as calendars do (RFC 5545, 3.3.10). */
  monthDay?: number | null
  until?: string | null
  exceptions?: readonly Exception[] | null
}

export interface Exception {
  /** The day by the rule. */
  day: string
  change: DateChange
  /** Moved: the new start; the end keeps its distance when there is none. */
  startsAt?: string | null
  endsAt?: string | null
  place?: string | null
  note?: string | null
}

/** One date of a series. */
export interface SeriesDate {
  /** The day by the rule, whatever came of it: the date's address, and what calendars know it by. */
  day: Day
  startsAt: string
  endsAt: string | null
  state: 'regular' | 'cancelled' | 'moved'
  /** The start by the rule. */
  plannedStart: string
  place: string | null
  note: string | null
}

/** Nobody plans further, and no rule may fill the calendar. */
export const longestSeriesDays = 366 * 2

export const isSeries = ({ repeat }: Series): boolean => Boolean(repeat?.rule && repeat.rule !== 'once')

/** Every date of a series in order, cancelled ones included; none for an event that takes place once. Pure. */
export function seriesDates(series: Series): SeriesDate[] {
  const { startsAt, endsAt, repeat } = series
  if (!startsAt) return []
  const first = dayOf(startsAt)
  const length = endsAt ? Date.parse(endsAt) - Date.parse(startsAt) : null
  const changes = new Map(repeat?.exceptions?.map((each) => [dayOf(each.day), each]))
  return plannedDays(series)
    .flatMap((day) => {
      const plannedStart = later(startsAt, daysFrom(first, day) * dayMs)
      return dateOn({ day, plannedStart, length, exception: changes.get(day) })
    })
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** The days that the rule means, whatever the exceptions say. */
export function plannedDays({ startsAt, repeat }: Series): Day[] {
  if (!startsAt || !repeat?.until) return []
  const first = dayOf(startsAt)
  const last = [dayOf(repeat.until), plusDays(first, longestSeriesDays)].sort()[0] ?? first
  return daysFromTo(first, last).filter((day) => isMet(repeat, day))
}

function isMet({ rule, weekdays, weeks, monthDay }: Repeat, day: Day): boolean {
  if (rule === 'monthDay') return Number(day.slice(8)) === monthDay
  if (rule !== 'weekly' && rule !== 'monthWeekday') return false
  const which = rule === 'weekly' ? 'every' : (weeks ?? '1')
  return (weekdays ?? []).some((weekday) => isOnWeekday({ weekday, weeks: which }, day))
}

interface Planned {
  day: Day
  plannedStart: string
  /** Milliseconds; null without an end. */
  length: number | null
  exception: Exception | undefined
}

function dateOn({ day, plannedStart, length, exception }: Planned): SeriesDate[] {
  if (exception?.change === 'skipped') return []
  const moved = exception?.change === 'moved' ? exception : null
  const startsAt = moved?.startsAt ? new Date(moved.startsAt).toISOString() : plannedStart
  const endsAt = moved?.endsAt ? new Date(moved.endsAt).toISOString() : length && later(startsAt, length)
  return [
    {
      day,
      startsAt,
      endsAt: endsAt || null,
      state: exception ? (moved ? 'moved' : 'cancelled') : 'regular',
      plannedStart,
      place: moved?.place || null,
      note: exception?.note || null,
    },
  ]
}

const later = (moment: string, ms: number): string => new Date(Date.parse(moment) + ms).toISOString()

const dayMs = 86_400_000
