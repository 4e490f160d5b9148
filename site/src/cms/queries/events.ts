import { audiences, eventKinds } from '../../../../collections/eventKinds.schema.ts'
import { freeSeats, seatsKey } from '../../../../collections/Registrations/registrations.schema.ts'
import { addDays, daysOf, daysOfWeek, monthsOf } from '../../lib/calendar.ts'
import type { Content } from '../content.ts'
import { query, type Asked } from '../door.ts'
import { dateOfSeries, datesOf, nextDates, type EventDate } from '../eventDates.ts'
import { eventEnd, eventState } from '../eventState.ts'
import { listing } from '../listing.ts'
import type { Event, Hearing, Session } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getEvent = bySlug('events')

/** A date of a series; throws when there is none. */
export function getEventDate(slug: string, day: string): EventDate {
  const date = dateOfSeries(getEvent(slug), day)
  if (!date) throw new Error(`У события «${slug}» нет даты ${day}`)
  return date
}

/**
 * What is not over yet, soonest first; what goes on now comes first of all. Cancelled ones too. A series stands in it once:
 * with its next date, and with cancelled ones before that.
 */
export const upcomingEvents = query('list:upcomingEvents', ({ content, clock }, count: number) =>
  nextOf(content.all('events').all(), clock).slice(0, count),
)

/** How many events are ahead in all: «ещё 11». */
export const upcomingCount = query(
  'list:upcomingCount',
  ({ content, clock }) => nextOf(content.all('events').all(), clock).length,
)

/** The date of an event to speak of: the next that takes place, else the last. */
export function currentDate(event: Event): EventDate {
  return dateNow(event.id) ?? event
}

const dateNow = query('clock:eventDate', ({ content, clock }, id: string): EventDate | null => {
  const event = content.doc('events', id)
  if (!event) return null
  const next = nextDates(event, (date) => clock.reached(eventEnd(date))).at(-1)
  return next ?? datesOf(event).at(-1) ?? null
})

/** What the calendar holds of some days: the dates of events, the hearings that meet then, the sittings of the Council. */
export interface CalendarPart {
  events: EventDate[]
  hearings: Hearing[]
  sessions: Session[]
}

/** The month «2026-11»: everything that touches it, by its start. */
export const calendarOfMonth = query('list:calendarOfMonth', ({ content }, month: string) =>
  calendarOf(content, [month], (days) => days.some((day) => day.startsWith(month))),
)

/** The week «2026-w49». */
export const calendarOfWeek = query('list:calendarOfWeek', ({ content }, week: string) => {
  const all = daysOfWeek(week)
  return calendarOf(content, monthsOfDays(all), (days) => days.some((day) => all.includes(day)))
})

/** So many days ahead, today included: the list. */
export const calendarAhead = query('list:calendarAhead', ({ content, clock }, count: number) => {
  const today = clock.day()
  const until = addDays(today, count - 1)
  return calendarOf(content, monthsOfDays([today, until]), (days) =>
    days.some((day) => day >= today && day <= until),
  )
})

/** Hearings and owners' meetings that meet in the month, by the time of their notice. */
export const hearingsInMonth = query('list:hearingsInMonth', ({ content }, month: string) => [
  ...content.group('hearings', 'month', month).all(),
])

/** The nearest months with events before and after a month: where its arrows lead. */
export const monthsBeside = query('list:monthsBeside', ({ content }, month: string) =>
  beside(monthsWith(content), month),
)

/** The nearest weeks that have a page. */
export const weeksBeside = query('list:weeksBeside', ({ content }, week: string) =>
  beside(weeksWith(content), week),
)

/** The first thing after some day: where an empty week points. */
export const firstAfter = query('list:firstAfter', ({ content }, day: string): EventDate | null => {
  const months = monthsWith(content).filter((month) => month >= day.slice(0, 7))
  for (const month of months) {
    const next = content
      .group('events', 'month', month)
      .all()
      .flatMap(datesOf)
      .filter((event) => event.status !== 'cancelled' && (daysOf(event)[0] ?? '') > day)
      .sort(byStart)[0]
    if (next && monthsOf(next)[0] === month) return next
  }
  return null
})

export interface Seats {
  seats: number
  free: number
  waiting: number
}

/** The seats of a date as they were last told; null when one does not register for it on the portal. */
export function seatsOf({ id, day, registration }: EventDate): Seats | null {
  const seats = registration?.seats
  if (!seats) return null
  const counted = countedSeats(seatsKey(id, day))
  return { seats, free: freeSeats(seats, counted?.taken ?? 0), waiting: counted?.waiting ?? 0 }
}

const countedSeats = query(
  'list:seats',
  ({ content }, key: string) => content.group('event-seats', 'key', key).slice(0, 1)[0] ?? null,
)

/** All months with events or hearings, newest first: the archive. */
export const monthsWithEvents = query('list:monthsWithEvents', ({ content }) => monthsWith(content).reverse())

export interface EventGroup {
  /** Not over, soonest first; a series once, as in `upcomingEvents`. */
  ahead: EventDate[]
  /** Over, newest first. */
  past: EventDate[]
}

/** Groups of events that have lists of their own. */
export type EventGroupName = 'kind' | 'audience' | 'place' | 'deputy'

/** The events of a kind, an audience, a place, a deputy; `past` of them are told. */
export const eventsOf = query(
  'list:eventsOf',
  ({ content, clock }, name: EventGroupName, value: string, past: number): EventGroup => {
    const events = content.group('events', name, value).all()
    const over = events.flatMap(datesOf).filter((event) => eventState(event, clock) === 'after')
    return { ahead: nextOf(events, clock), past: over.sort(byStart).slice(-past).reverse() }
  },
)

/** Events that are over and have an outcome to read, newest first. */
export const eventsWithOutcome = query('list:eventsWithOutcome', ({ content, clock }, count: number) =>
  content
    .all('events')
    .all()
    .flatMap(datesOf)
    .filter((event) => event.outcome?.summary && eventState(event, clock) === 'after')
    .sort(byStart)
    .slice(-count)
    .reverse(),
)

/** Every event, by its start: the calendar feed. */
export const allEvents = query('list:allEvents', ({ content }) => [...content.all('events').all()])

/** Places that have events: by name. */
export const placesWithEvents = query('list:placesWithEvents', ({ content }) =>
  content
    .values('events', 'place')
    .flatMap((key) => {
      const [event] = content.group('events', 'place', key).last(1)
      return event?.place?.name ? [{ key, name: event.place.name, isDemo: event.demo ?? false }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'ru')),
)

export const eventPaths = slugPaths('events')

/** A page for each date of a series. */
export const eventDatePaths = listing(['slug', 'day'], (content) =>
  content.values('events', 'date').map((address) => {
    const [slug = '', day = ''] = address.split('/')
    return { slug, day }
  }),
)

/** Forms to register: of what takes place once, and of the dates of series. */
export const eventFormPaths = listing(['slug'], (content) =>
  formsOf(content).flatMap(({ slug, day }) => (day ? [] : [{ slug }])),
)
export const eventDateFormPaths = listing(['slug', 'day'], (content) =>
  formsOf(content).filter(({ day }) => day),
)

/** Months that have a page: those in which something takes place. */
export const monthPaths = listing(['month'], (content) => monthsWith(content).map((month) => ({ month })))

/** Weeks of those months. */
export const weekPaths = listing(['week'], (content) => weeksWith(content).map((week) => ({ week })))

/** Every kind and every audience has a page, also while there is nothing in it. */
export const kindPaths = listing(['kind'], () => eventKinds.map(({ slug }) => ({ kind: slug })))
export const audiencePaths = listing(['audience'], () => audiences.map(({ slug }) => ({ audience: slug })))

export const eventPlacePaths = listing(['place'], (content) =>
  content.values('events', 'place').map((place) => ({ place })),
)

function formsOf(content: Content): { slug: string; day: string }[] {
  return content.values('events', 'form').map((address) => {
    const [slug = '', day = ''] = address.split('/')
    return { slug, day }
  })
}

/** Months in which something takes place, from the first to the last. */
function monthsWith(content: Content): string[] {
  return valuesOf(content, 'month')
}

function weeksWith(content: Content): string[] {
  return valuesOf(content, 'week')
}

function valuesOf(content: Content, name: string): string[] {
  const kept = (['events', 'hearings', 'sessions'] as const).flatMap((collection) =>
    content.values(collection, name),
  )
  return [...new Set(kept)].sort()
}

function beside(sorted: string[], value: string) {
  return {
    before: sorted.findLast((other) => other < value) ?? null,
    after: sorted.find((other) => other > value) ?? null,
  }
}

function monthsOfDays(days: string[]): string[] {
  const [first = '', last = first] = [days[0], days.at(-1)]
  return monthsOf({ startsAt: `${first}T09:00:00Z`, endsAt: `${last}T09:00:00Z` })
}

function calendarOf(content: Content, months: string[], isWithin: (days: string[]) => boolean): CalendarPart {
  const of = <C extends 'events' | 'hearings' | 'sessions'>(collection: C) => [
    ...new Set(months.flatMap((month) => [...content.group(collection, 'month', month).all()])),
  ]
  return {
    events: of('events')
      .flatMap(datesOf)
      .filter((event) => isWithin(daysOf(event)))
      .sort(byStart),
    hearings: of('hearings').filter(
      ({ meeting }) => meeting?.startsAt && isWithin(daysOf({ startsAt: meeting.startsAt })),
    ),
    sessions: of('sessions').filter(({ startsAt }) => startsAt && isWithin(daysOf({ startsAt }))),
  }
}

function nextOf(events: readonly Event[], clock: Asked['clock']): EventDate[] {
  return events.flatMap((event) => nextDates(event, (date) => clock.reached(eventEnd(date)))).sort(byStart)
}

function byStart(a: EventDate, b: EventDate): number {
  return a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id)
}
