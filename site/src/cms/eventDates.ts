import { isSeries, seriesDates, type SeriesDate } from '../../../collections/Events/dates.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import type { Event } from './types.ts'

/**
 * An event on one date, as pages, feeds and calendars tell of it: one that takes place once is its document, a date of a
 * series is the document with the date's own time, status, chronicle and outcome.
 */
export interface EventDate extends Event {
  /** The date's part of its address: the day by the rule, «2026-12-05». None for what takes place once. */
  day?: string
}

/** The dates of an event in order; of one that takes place once, the event itself. */
export function datesOf(event: Event): readonly EventDate[] {
  if (!isSeries(event)) return [event]
  const known = cache.get(event)
  if (known) return known
  const dates = seriesDates(event)
  const made = dates.map((date, index) => onDate(event, { date, dates, index }))
  cache.set(event, made)
  return made
}

/** One date of a series by its day, or null. */
export function dateOfSeries(event: Event, day: string): EventDate | null {
  return datesOf(event).find((date) => date.day === day) ?? null
}

/**
 * What of an event is left: a series stands in lists once, with its next date, and with the cancelled ones before that, for
 * nobody should come to a closed door.
 */
export function nextDates(event: Event, isOver: (date: EventDate) => boolean): readonly EventDate[] {
  const left = datesOf(event).filter((date) => date.startsAt && !isOver(date))
  if (!isSeries(event)) return left
  const next = left.findIndex(({ status }) => status !== 'cancelled')
  return left.slice(0, next + 1 || 1)
}

/** When the last date of an event begins. */
export function lastStart(event: Event): string {
  return datesOf(event).at(-1)?.startsAt ?? event.startsAt ?? ''
}

// Documents of a snapshot are never changed in place.
const cache = new WeakMap<Event, readonly EventDate[]>()

interface Position {
  date: SeriesDate
  dates: SeriesDate[]
  index: number
}

function onDate(event: Event, { date, dates, index }: Position): EventDate {
  const { day, startsAt, endsAt, state, plannedStart, place, note } = date
  const isOff = event.status === 'cancelled'
  const isFirst = index === 0
  const next = dates[index + 1]?.startsAt
  const { day: _, id, ...outcome } = event.outcomes?.find((each) => dayOf(each.day) === day) ?? {}
  return {
    ...event,
    day,
    startsAt,
    endsAt,
    status: isOff || state === 'cancelled' ? 'cancelled' : state === 'moved' ? 'moved' : 'scheduled',
    statusReason: note ?? (isOff ? event.statusReason : null),
    previousStartsAt: state === 'moved' && startsAt !== plannedStart ? plannedStart : null,
    place: place ? { name: place } : event.place,
    // What is told belongs to the date that was the last to begin; before the first one, to the first.
    updates: event.updates?.filter(
      ({ at }) => (isFirst || dayOf(at) >= dayOf(startsAt)) && (!next || dayOf(at) < dayOf(next)),
    ),
    outcome,
  }
}
