import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator'
import { audiences, eventKinds } from '../../../collections/eventKinds.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import { eventEnd, eventStart } from '../cms/eventState.ts'
import type { Event } from '../cms/types.ts'
import { dateTime } from './calendar.ts'
import { moscowParts } from './dates.ts'
import { absoluteUrl } from './siteUrl.ts'

/**
 * Events as an iCalendar file (RFC 5545). UID never changes, so a calendar updates an entry instead of adding a second
 * one; DTSTAMP and LAST-MODIFIED come from the document, so the same content gives the same bytes. Cancelled events stay
 * in the file as CANCELLED: one that vanished would stay in people's calendars.
 */
export function icsFile(events: readonly Event[], options: { name: string }): string {
  return icsEntries(events.map(calendarEvent), options)
}

/** The same of entries that are made elsewhere (icsReceptions.ts). */
export function icsEntries(entries: ICalEventData[], { name }: { name: string }): string {
  const calendar = ical({
    name: plain(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'lyubertsy-portal', product: 'kalendar', language: 'RU' },
    ttl: 3600,
    events: entries,
  })
  // No time zone of the whole calendar: the library would write DTSTAMP in it, and RFC 5545 wants UTC there (3.8.7.2).
  calendar.timezone({ name: null, generator: () => moscowZone })
  return `${calendar.toString()}\r\n`
}

export const timeZone = 'Europe/Moscow'

/** UTC+3 all year since 26.10.2014 (248-ФЗ); nothing in the calendar is older than the portal. */
const moscowZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${timeZone}`,
  'BEGIN:STANDARD',
  'DTSTART:20141026T020000',
  'TZOFFSETFROM:+0400',
  'TZOFFSETTO:+0300',
  'TZNAME:MSK',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** An event of the calendar as an entry of a file. */
export function calendarEvent(event: Event): ICalEventData {
  const isCancelled = event.status === 'cancelled'
  return {
    id: `event-${event.id}@lyubertsy-portal`,
    sequence: event.sequence ?? 0,
    stamp: new Date(event.updatedAt),
    created: new Date(event.createdAt),
    lastModified: new Date(event.updatedAt),
    start: moscowMoment(eventStart(event)),
    // DTEND is exclusive, so for days it is the day after the last one (RFC 5545, 3.6.1).
    end: event.endsAt || event.allDay ? moscowMoment(eventEnd(event)) : null,
    allDay: event.allDay ?? false,
    timezone: timeZone,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: plain(isCancelled ? `Отменено: ${event.title}` : event.title),
    description: plain(description(event)) || null,
    location: location(event),
    url: event.slug ? absoluteUrl(documentPath('events', event.slug)) : null,
    categories: categories(event).map((category) => ({ name: category })),
  }
}

function description(event: Event): string {
  const moved =
    event.status === 'moved' && event.previousStartsAt
      ? `Перенесено с ${dateTime(event.previousStartsAt)}.`
      : ''
  return [moved, event.statusReason, event.lead, event.place?.note].filter(Boolean).join('\n')
}

function location({ place }: Event): string | null {
  return plain([place?.name, place?.address].filter(Boolean).join(', ')) || null
}

function categories({ kind, audience }: Event): string[] {
  return [
    ...eventKinds.filter(({ value }) => value === kind),
    ...audiences.filter(({ value }) => audience?.includes(value)),
  ].map(({ ru }) => ru)
}

/** Control characters have no place in a TEXT value (RFC 5545, 3.3.11). */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
}

/**
 * A moment that tells its Moscow clock whatever the zone of the machine: the library formats a plain Date by the zone of
 * the process, but asks date objects of this shape.
 */
export function moscowMoment(date: Date) {
  const { year, month, day, hour, minute } = moscowParts(date)
  const two = (value: number) => String(value).padStart(2, '0')
  const formats: Record<string, string> = {
    YYYYMMDD: `${year}${two(month)}${two(day)}`,
    HHmmss: `${two(hour)}${two(minute)}${two(date.getUTCSeconds())}`,
  }
  const moment = {
    tz: () => moment,
    utc: () => moment,
    isValid: () => true,
    toDate: () => date,
    toJSON: () => date.toISOString(),
    format: (pattern = '') => formats[pattern] ?? date.toISOString(),
  }
  return moment
}
