import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { Event, EventState, Hearing, Session } from '../cms/index.ts'
import type { CalendarEntry, Row } from '../components/props.ts'
import { dayKey, dayYear, time } from './dates.ts'
import { daysOf } from './calendar.ts'
import { eventWhen, plannedWhen } from './eventWords.ts'

const listedDays = 3

/** An event's places in a month: each of its days, or the first and the last when it is long. */
export function eventEntries(event: Event): CalendarEntry[] {
  const { startsAt, slug } = event
  if (!startsAt || !slug) return []
  const all = daysOf(event)
  const last = all.at(-1)
  const days = all.length > listedDays ? all.filter((day, index) => index === 0 || day === last) : all
  return days.map((day, index) => ({
    day,
    time: index === 0 && !event.allDay ? time(startsAt) : undefined,
    title: all.length > listedDays && index > 0 ? `${event.title}: последний день` : event.title,
    href: documentPath('events', slug),
    kind: event.kind ?? 'event',
    isCancelled: event.status === 'cancelled',
  }))
}

/** The meeting of a hearing as an entry of the calendar. */
export function hearingEntry(hearing: Hearing): CalendarEntry[] {
  const startsAt = hearing.meeting?.startsAt
  if (!startsAt || !hearing.slug) return []
  return [
    {
      day: dayKey(startsAt),
      time: time(startsAt),
      title: hearing.title,
      href: documentPath('hearings', hearing.slug),
      kind: 'official',
      isCancelled: hearing.status === 'cancelled',
    },
  ]
}

/** A sitting of the Council as an entry of the calendar. */
export function sessionEntry({ startsAt, slug, title, status }: Session): CalendarEntry[] {
  if (!startsAt || !slug) return []
  return [
    {
      day: dayKey(startsAt),
      time: time(startsAt),
      title,
      href: documentPath('sessions', slug),
      kind: 'official',
      isCancelled: status === 'cancelled',
    },
  ]
}

/** The events that are no sitting announced as an event too (the same moment and address): the sitting itself stands there. */
export function withoutSittings(events: readonly Event[], sessions: readonly Session[]): Event[] {
  return events.filter(
    ({ kind, startsAt, place }) =>
      kind !== 'official' ||
      !sessions.some((session) => session.startsAt === startsAt && session.place?.address === place?.address),
  )
}

/**
 * Whether an event of the calendar is the meeting of a hearing: the same moment and place. Editors may announce it as an
 * event too, to tell how it went; nobody wants to read it twice.
 */
export function isMeetingOf(hearing: Hearing, { startsAt, place }: Event): boolean {
  if (!startsAt || hearing.meeting?.startsAt !== startsAt) return false
  const told = [place?.address, place?.name].filter((part) => part)
  return told.some((part) => part && hearing.meeting?.place?.includes(part))
}

/** A row of an events list. */
export function eventRow(event: Event, { state, day }: { state: EventState; day: string }): Row {
  const isOff = event.status === 'cancelled'
  return {
    when: isOff ? plannedWhen(event, day) : eventWhen(event, state, day),
    datetime: event.startsAt,
    isStruck: isOff,
    title: event.title,
    href: event.slug ? documentPath('events', event.slug) : undefined,
    text: [placeText(event), isOff && event.statusReason].filter(Boolean).join('. ') || undefined,
    tag: tagOf(event, state),
    isDemo: event.demo ?? false,
  }
}

/** A row of what came of an event. */
export function outcomeRow(event: Event): Row {
  return {
    when: dayYear(event.startsAt),
    datetime: event.startsAt,
    title: event.title,
    href: event.slug ? documentPath('events', event.slug) : undefined,
    text: event.outcome?.summary ?? undefined,
    isDemo: event.demo ?? false,
  }
}

/** «Дом культуры, Люберцы, Примерная улица, 1» */
function placeText({ place }: Event): string {
  return [place?.name, place?.address].filter(Boolean).join(', ')
}

function tagOf({ status }: Event, state: EventState): Row['tag'] {
  if (status === 'cancelled') return { label: 'Отменено', tone: 'late' }
  if (state === 'now') return { label: 'Идёт', tone: 'now' }
  return status === 'moved' ? { label: 'Перенесено' } : undefined
}
