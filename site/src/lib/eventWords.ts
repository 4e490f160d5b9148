import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { EventState } from '../cms/eventState.ts'
import type { Event } from '../cms/types.ts'
import type { Stop } from '../components/props.ts'
import { nearDay, nearTime, time } from './dates.ts'

/** «сейчас, до 16:00», «завтра, 18:30», «отменено: чт, 26 ноября». */
export function eventWhen(event: Event, state: EventState, today: string): string {
  const noon = `${today}T09:00:00Z`
  const start = event.allDay ? nearDay(event.startsAt, noon) : nearTime(event.startsAt, noon)
  if (event.status === 'cancelled') return `отменено: ${start}`
  if (state === 'now' && event.allDay) return 'сейчас, весь день'
  if (state === 'now') return event.endsAt ? `сейчас, до ${time(event.endsAt)}` : 'сейчас'
  return start
}

/** An event as a stop of the timetable line. */
export function eventStop(event: Event, state: EventState, today: string): Stop {
  return {
    when: eventWhen(event, state, today),
    title: event.title,
    href: event.slug ? documentPath('events', event.slug) : undefined,
    text: event.place?.name || event.place?.address || undefined,
    state: state === 'now' && event.status !== 'cancelled' ? 'now' : undefined,
  }
}
