import { addDays, startOfDay } from '../lib/calendar.ts'
import { dayKey } from '../lib/dates.ts'
import type { Clock } from './content.ts'
import type { Event } from './types.ts'

export type EventState = 'before' | 'now' | 'after'

/** Events and sittings. */
type Timed = Pick<Event, 'startsAt' | 'endsAt'> & Partial<Pick<Event, 'allDay'>>

/** How long an event without an end is taken to last. */
const assumedHours = 3

/** Where an event stands by a clock. Pure. */
export function eventState(event: Timed, clock: Pick<Clock, 'reached'>): EventState {
  if (!event.startsAt || !clock.reached(eventStart(event))) return 'before'
  return clock.reached(eventEnd(event)) ? 'after' : 'now'
}

/** An all-day event begins with its day in Moscow. */
export function eventStart({ startsAt, allDay }: Timed): Date {
  return allDay ? startOfDay(dayKey(startsAt)) : new Date(startsAt)
}

/** The first moment at which the event is over; an all-day event lasts through its last day in Moscow. */
export function eventEnd({ startsAt, endsAt, allDay }: Timed): Date {
  const end = endsAt && endsAt > startsAt ? endsAt : null
  if (allDay) return startOfDay(addDays(dayKey(end ?? startsAt), 1))
  return end ? new Date(end) : new Date(new Date(startsAt).getTime() + assumedHours * 3_600_000)
}
