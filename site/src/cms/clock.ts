import { query } from './door.ts'
import { eventState, type EventState } from './eventState.ts'
import type { Event } from './types.ts'

/** Today in Moscow, «2026-11-23». */
export const today = query('clock:day', ({ clock }) => clock.day())

/** Before, now or after, as a dependency: the page is rendered anew when the answer changes. */
export function stateOfEvent(event: Event): EventState {
  return eventClock(event.id)
}

const eventClock = query('clock:event', ({ content, clock }, id: string): EventState => {
  const event = content.doc('events', id)
  return event ? eventState(event, clock) : 'after'
})
