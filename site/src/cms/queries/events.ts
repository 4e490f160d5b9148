import type { Content } from '../content.ts'
import { query, type Asked } from '../door.ts'
import { eventEnd, eventState } from '../eventState.ts'
import { listing } from '../listing.ts'
import type { Event } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getEvent = bySlug('events')

/** Events that are not over yet, soonest first; what goes on now comes first of all. Cancelled ones too. */
export const upcomingEvents = query('list:upcomingEvents', ({ content, clock }, count: number) =>
  ahead(content.all('events').all(), clock).slice(0, count),
)

/** How many events are ahead in all: «ещё 11». */
export const upcomingCount = query(
  'list:upcomingCount',
  ({ content, clock }) => ahead(content.all('events').all(), clock).length,
)

/** Hearings and owners' meetings that meet in the month, by the time of their notice. */
export const hearingsInMonth = query('list:hearingsInMonth', ({ content }, month: string) => [
  ...content.group('hearings', 'month', month).all(),
])

/** Events that touch the month («2026-11»), by their start. */
export const eventsInMonth = query('list:eventsInMonth', ({ content }, month: string) => [
  ...content.group('events', 'month', month).all(),
])

/** The nearest months with events before and after a month: where its arrows lead. */
export const monthsBeside = query('list:monthsBeside', ({ content }, month: string) => {
  const months = monthsOf(content)
  return {
    before: months.findLast((other) => other < month) ?? null,
    after: months.find((other) => other > month) ?? null,
  }
})

/** All months with events or hearings, newest first: the archive. */
export const monthsWithEvents = query('list:monthsWithEvents', ({ content }) => monthsOf(content).reverse())

/** A deputy's events: those ahead soonest first, and the last ones newest first. */
export const eventsOfDeputy = query(
  'list:eventsOfDeputy',
  ({ content, clock }, deputyId: string, past: number) => {
    const events = content.group('events', 'deputy', deputyId).all()
    const over = events.filter((event) => eventState(event, clock) === 'after')
    return { ahead: ahead(events, clock), past: over.slice(-past).reverse() }
  },
)

/** Events that are over and have an outcome to read, newest first. */
export const eventsWithOutcome = query('list:eventsWithOutcome', ({ content, clock }, count: number) =>
  content
    .all('events')
    .all()
    .toReversed()
    .filter((event) => event.outcome?.summary && eventState(event, clock) === 'after')
    .slice(0, count),
)

/** Every event, by its start: the calendar feed. */
export const allEvents = query('list:allEvents', ({ content }) => [...content.all('events').all()])

export const eventPaths = slugPaths('events')

/** Months that have a page: those in which something takes place. */
export const monthPaths = listing(['month'], (content) => monthsOf(content).map((month) => ({ month })))

/** Months in which something takes place, from the first to the last. */
function monthsOf(content: Content): string[] {
  return [
    ...new Set(
      (['events', 'hearings', 'sessions'] as const).flatMap((collection) =>
        content.values(collection, 'month'),
      ),
    ),
  ].sort()
}

function ahead(events: readonly Event[], clock: Asked['clock']): Event[] {
  return events.filter((event) => event.startsAt && !clock.reached(eventEnd(event)))
}
