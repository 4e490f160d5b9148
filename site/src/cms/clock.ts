import { query } from './door.ts'
import { dateOfSeries, type EventDate } from './eventDates.ts'
import { eventState, type EventState } from './eventState.ts'

/** Today in Moscow, «2026-11-23». */
export const today = query('clock:day', ({ clock }) => clock.day())

/** Before, now or after, as a dependency: the page is rendered anew when the answer changes. */
export function stateOfEvent({ id, day }: Pick<EventDate, 'id' | 'day'>): EventState {
  return eventClock(id, day ?? '')
}

const eventClock = query('clock:event', ({ content, clock }, id: string, day: string): EventState => {
  const event = content.doc('events', id)
  const date = event && day ? dateOfSeries(event, day) : event
  return date ? eventState(date, clock) : 'after'
})
