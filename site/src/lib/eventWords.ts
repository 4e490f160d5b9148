import type { EventDate } from '../cms/eventDates.ts'
import type { EventState } from '../cms/eventState.ts'
import type { Event } from '../cms/types.ts'
import type { Stop } from '../components/props.ts'
import { day, dayKey, dayRange, nearDay, nearTime, time } from './dates.ts'
import { eventPath } from './eventPath.ts'

/** «Отменено: ярмарка»: the title where nothing else tells the status, in feeds and calendars. */
export const titleWithStatus = ({ status, title }: Pick<EventDate, 'status' | 'title'>): string =>
  status === 'cancelled' ? `Отменено: ${title}` : title

/** «Дом культуры, Люберцы, Примерная улица, 1» */
export const placeText = ({ place }: Pick<EventDate, 'place'>): string =>
  [place?.name, place?.address].filter(Boolean).join(', ')

/** «сейчас, до 16:00», «завтра, 18:30», «26 ноября — 17 декабря», «отменено: чт, 26 ноября, 18:30». */
export function eventWhen(event: Event, state: EventState, today: string): string {
  if (event.status === 'cancelled') return `отменено: ${plannedWhen(event, today)}`
  if (state !== 'now') return plannedWhen(event, today)
  const end = laterDay(event)
  if (end) return `сейчас, до ${day(end)}`
  if (event.allDay) return 'сейчас, весь день'
  return event.endsAt ? `сейчас, до ${time(event.endsAt)}` : 'сейчас'
}

/** The time that was announced, whatever became of it: «завтра, 18:30». */
export function plannedWhen(event: Event, today: string): string {
  const noon = `${today}T09:00:00Z`
  const end = laterDay(event)
  if (end) return dayRange(event.startsAt, end, noon)
  return event.allDay ? nearDay(event.startsAt, noon) : nearTime(event.startsAt, noon)
}

/** The end of an event that ends on another day than it begins. */
function laterDay({ startsAt, endsAt }: Event): string | null {
  return endsAt && endsAt > startsAt && dayKey(endsAt) !== dayKey(startsAt) ? endsAt : null
}

/** An event as a stop of the timetable line. */
export function eventStop(event: EventDate, state: EventState, today: string): Stop {
  return {
    when: eventWhen(event, state, today),
    title: event.title,
    href: eventPath(event),
    text: event.place?.name || event.place?.address || undefined,
    state: state === 'now' && event.status !== 'cancelled' ? 'now' : undefined,
  }
}
