import { isPublicHoliday } from '../Hearings/law/calendar.schema.ts'
import { daysFrom, dayOf, plusDays, startOfDay, type Day } from '../moscow.schema.ts'

/** Opening hours as an editor writes them down: by the Moscow clock. */
export interface OpeningHours {
  opening?: 'hours' | 'always' | 'unknown' | null
  hours?: readonly HoursRow[] | null
  /** Closed on the holidays of ТК ст. 112. */
  isClosedOnHolidays?: boolean | null
  exceptions?: readonly HoursException[] | null
}

export interface HoursRow {
  /** ISO: «1» is Monday. */
  weekdays: readonly string[]
  from: string
  /** Not later than `from`: on the next day. The same as `from`: a day and a night. */
  to: string
}

export interface HoursException {
  /** Moments of which the Moscow day counts. */
  day: string
  lastDay?: string | null
  /** Without hours: closed. */
  from?: string | null
  to?: string | null
  note?: string | null
}

/** A stretch without a break; the end does not belong to it. */
export interface Stretch {
  from: Date
  to: Date
}

export type OpenState =
  | { isOpen: true; /** Null: for longer than anybody looks ahead. */ until: Date | null }
  | { isOpen: false; /** Null: not within the days looked at. */ opensAt: Date | null }

/** How far «откроется» looks ahead: longer than the January holidays. */
const daysAhead = 21

/**
 * Open or closed, and until when. The time is told by `reached`, so that the site's clock notes on which moment the answer
 * hangs. Null when nobody knows the hours.
 */
export function openState(
  place: OpeningHours,
  today: Day,
  reached: (moment: Date) => boolean,
): OpenState | null {
  if (place.opening === 'always') return { isOpen: true, until: null }
  if (place.opening !== 'hours') return null
  const last = startOfDay(plusDays(today, daysAhead))
  for (const { from, to } of stretchesOf(place, plusDays(today, -2), plusDays(today, daysAhead))) {
    if (!reached(from)) return { isOpen: false, opensAt: from }
    if (!reached(to)) return { isOpen: true, until: to < last ? to : null }
  }
  return { isOpen: false, opensAt: null }
}

/** Every stretch that begins from one day to another, both included; what touches is one. */
export function stretchesOf(place: OpeningHours, from: Day, until: Day): Stretch[] {
  const days = Array.from({ length: daysFrom(from, until) + 1 }, (_, index) => plusDays(from, index))
  const all = days
    .flatMap((day) => hoursOn(place, day).map((hours) => stretchOf(day, hours)))
    .sort((a, b) => a.from.getTime() - b.from.getTime())
  const joined: Stretch[] = []
  for (const stretch of all) {
    const before = joined.at(-1)
    if (before && stretch.from <= before.to) before.to = stretch.to > before.to ? stretch.to : before.to
    else joined.push({ ...stretch })
  }
  return joined
}

/** What is written for a day: an exception before a holiday before the week. Empty: closed. */
export function hoursOn(place: OpeningHours, day: Day): { from: string; to: string }[] {
  const changed = (place.exceptions ?? []).filter(({ day: first, lastDay }) => {
    const begins = dayOf(first)
    return day >= begins && day <= (lastDay ? dayOf(lastDay) : begins)
  })
  if (changed.length > 0) return changed.flatMap(({ from, to }) => (from && to ? [{ from, to }] : []))
  if (place.isClosedOnHolidays && isPublicHoliday(day)) return []
  const weekday = String(new Date(day).getUTCDay() || 7)
  return (place.hours ?? [])
    .filter(({ weekdays }) => weekdays.includes(weekday))
    .map(({ from, to }) => ({ from, to }))
}

function stretchOf(day: Day, { from, to }: { from: string; to: string }): Stretch {
  const midnight = startOfDay(day).getTime()
  const end = minutesOf(to) > minutesOf(from) ? minutesOf(to) : minutesOf(to) + 24 * 60
  return { from: new Date(midnight + minutesOf(from) * 60_000), to: new Date(midnight + end * 60_000) }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
