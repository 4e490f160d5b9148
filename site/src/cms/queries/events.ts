import { contentInScope, query } from '../door.ts'
import { group, groupValues } from '../documentIndex.ts'
import { eventEnd, eventState } from '../eventState.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Event } from '../types.ts'
import { bySlug } from './documents.ts'

export const getEvent = bySlug('events')

/** Events that are not over yet, soonest first; what goes on now comes first of all. Cancelled ones too. */
export const upcomingEvents = query('list:upcomingEvents', ({ snapshot, now }, count: number) =>
  ahead(snapshot.collections.events.sorted, now).slice(0, count),
)

/** How many events are ahead in all: «ещё 11». */
export const upcomingCount = query(
  'list:upcomingCount',
  ({ snapshot, now }) => ahead(snapshot.collections.events.sorted, now).length,
)

/** Hearings and owners' meetings that meet in the month, by the time of their notice. */
export const hearingsInMonth = query('list:hearingsInMonth', ({ snapshot }, month: string) => [
  ...group(snapshot.collections.hearings, 'month', month),
])

/** Events that touch the month («2026-11»), by their start. */
export const eventsInMonth = query('list:eventsInMonth', ({ snapshot }, month: string) => [
  ...group(snapshot.collections.events, 'month', month),
])

/** The nearest months with events before and after a month: where its arrows lead. */
export const monthsBeside = query('list:monthsBeside', ({ snapshot }, month: string) => {
  const months = monthsOf(snapshot)
  return {
    before: months.findLast((other) => other < month) ?? null,
    after: months.find((other) => other > month) ?? null,
  }
})

/** All months with events or hearings, newest first: the archive. */
export const monthsWithEvents = query('list:monthsWithEvents', ({ snapshot }) => monthsOf(snapshot).reverse())

/** A deputy's events: those ahead soonest first, and the last ones newest first. */
export const eventsOfDeputy = query(
  'list:eventsOfDeputy',
  ({ snapshot, now }, deputyId: string, past: number) =>
    split(group(snapshot.collections.events, 'deputy', deputyId), now, past),
)

/** Events that are over and have an outcome to read, newest first. */
export const eventsWithOutcome = query('list:eventsWithOutcome', ({ snapshot, now }, count: number) =>
  snapshot.collections.events.sorted
    .toReversed()
    .filter((event) => event.outcome?.summary && eventState(event, now) === 'after')
    .slice(0, count),
)

/** Every event, by its start: the calendar feed. */
export const allEvents = query('list:allEvents', ({ snapshot }) => [...snapshot.collections.events.sorted])

export async function eventSlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.events.sorted.flatMap(({ slug }) => slug || [])
}

/** Months that have a page: those with events. */
export async function eventMonths(): Promise<string[]> {
  return monthsOf(await contentInScope())
}

/** Months in which something takes place, from the first to the last. */
function monthsOf({ collections }: Snapshot): string[] {
  return [
    ...new Set([...groupValues(collections.events, 'month'), ...groupValues(collections.hearings, 'month')]),
  ].sort()
}

function ahead(sorted: readonly Event[], now: Date): Event[] {
  return sorted.filter((event) => event.startsAt && eventEnd(event) > now)
}

function split(sorted: readonly Event[], now: Date, past: number) {
  return {
    ahead: ahead(sorted, now),
    past: sorted
      .filter((event) => eventState(event, now) === 'after')
      .slice(-past)
      .reverse(),
  }
}
