import { addDays, startOfDay } from '../lib/calendar.ts'
import { dayKey } from '../lib/dates.ts'
import { query } from './door.ts'
import { eventEnd, eventState, type EventState } from './eventState.ts'
import type { Event } from './types.ts'

/** Today in Moscow, «2026-11-23». */
export const today = query('clock:day', ({ now }) => dayKey(now))

/** Before, now or after, as a dependency: the page is rendered anew when the answer changes. */
export function stateOfEvent(event: Event): EventState {
  return eventClock(event.id)
}

const eventClock = query('clock:event', ({ snapshot, now }, id: string) => {
  const event = snapshot.collections.events.byId.get(id)
  return event ? eventState(event, now) : 'after'
})

/**
 * The next moment at which some page differs though nobody edited: midnight in Moscow, or a begin or end of an event.
 * Whoever builds the site builds it again then.
 */
export const nextChange = query('clock:next', ({ snapshot, now }): Date => {
  const midnight = startOfDay(addDays(dayKey(now), 1))
  const moments = snapshot.collections.events.sorted
    .flatMap((event) => (event.startsAt ? [new Date(event.startsAt), eventEnd(event)] : []))
    .filter((moment) => moment > now && moment < midnight)
  return new Date(Math.min(midnight.getTime(), ...moments.map(Number)))
})
