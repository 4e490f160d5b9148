import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator'
import { audiences, eventKinds } from '../../../collections/eventKinds.schema.ts'
import { isSeries, plannedDays, seriesDates, type Repeat } from '../../../collections/Events/dates.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { datesOf, type EventDate } from '../cms/eventDates.ts'
import { eventEnd, eventStart } from '../cms/eventState.ts'
import type { Event } from '../cms/types.ts'
import { addDays, dateTime, startOfDay } from './calendar.ts'
import { moscowParts } from './dates.ts'
import { eventPath } from './eventPath.ts'
import { placeText, titleWithStatus } from './eventWords.ts'
import { absoluteUrl } from './siteUrl.ts'

/**
 * Events as an iCalendar file (RFC 5545). UID never changes, so a calendar updates an entry instead of adding a second
 * one; DTSTAMP and LAST-MODIFIED come from the document, so the same content gives the same bytes. Cancelled events stay
 * in the file as CANCELLED: one that vanished would stay in people's calendars.
 */
export function icsFile(events: readonly Event[], options: { name: string }): string {
  return icsEntries(events.flatMap(calendarEvents), options)
}

/** One date of a series, on its own: in a calendar of somebody who comes once. */
export function dateFile(date: EventDate): string {
  const entry = calendarEvent(date)
  return icsEntries([{ ...entry, id: `event-${date.id}-${date.day}@lyubertsy-portal` }], { name: date.title })
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
  return `${calendar.toString().replace(wholeDayId, 'RECURRENCE-ID;VALUE=DATE:$1')}\r\n`
}

/**
 * The library writes RECURRENCE-ID with a time also for whole days, which alone have no zone here; RFC 5545, 3.8.4.4 wants a
 * date where DTSTART is one.
 */
const wholeDayId = /^RECURRENCE-ID:(\d{8})T\d{6}Z$/gm

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

/**
 * An event as entries of a file. A series is its rule (RRULE, and EXDATE for days on which it never was to be) and one entry
 * for each date that was moved or cancelled, known by the start it was to have (RECURRENCE-ID).
 */
export function calendarEvents(event: Event): ICalEventData[] {
  if (!isSeries(event)) return [calendarEvent(event)]
  const dates = seriesDates(event)
  const first = dates.map(({ plannedStart }) => plannedStart).sort()[0]
  if (!first) return []
  const length = event.endsAt ? Date.parse(event.endsAt) - Date.parse(event.startsAt) : null
  const endsAt = length && new Date(Date.parse(first) + length).toISOString()
  const isOff = event.status === 'cancelled'
  const changed = datesOf(event).filter((date) => isOff || date.status !== 'scheduled')
  const planned = new Map(dates.map(({ day, plannedStart }) => [day, plannedStart]))
  return [
    {
      ...calendarEvent({ ...event, status: 'scheduled', startsAt: first, endsAt: endsAt || null }),
      repeating: ruleOf(event, dayOf(first)),
    },
    ...changed.map((date) => ({
      ...calendarEvent(date),
      recurrenceId: moscowMoment(
        date.allDay ? startOfDay(date.day ?? '') : new Date(planned.get(date.day ?? '') ?? first),
      ),
    })),
  ]
}

/** RRULE and EXDATE, as RFC 5545 writes them (3.3.10, 3.8.5.1). The first day is that of DTSTART. */
function ruleOf(event: Event, first: string): string {
  const repeat: Repeat = event.repeat ?? {}
  const days = (repeat.weekdays ?? []).map((weekday) => weekdayCodes[Number(weekday) - 1])
  const which = repeat.weeks === 'last' ? '-1' : (repeat.weeks ?? '1')
  const by = {
    weekly: `FREQ=WEEKLY;BYDAY=${days.join(',')}`,
    monthDay: `FREQ=MONTHLY;BYMONTHDAY=${repeat.monthDay}`,
    monthWeekday: `FREQ=MONTHLY;BYDAY=${days.map((day) => `${which}${day}`).join(',')}`,
    once: '',
  }[repeat.rule ?? 'once']
  const last = plannedDays(event).at(-1) ?? first
  const held = new Set(seriesDates(event).map(({ day }) => day))
  const skipped = plannedDays(event).filter((day) => day > first && !held.has(day))
  const start = moscowMoment(eventStart(event)).format('HHmmss')
  const digits = (day: string) => day.replaceAll('-', '')
  // UNTIL is in UTC where DTSTART has a zone; a day where it is one.
  const until = event.allDay
    ? digits(last)
    : `${new Date(startOfDay(addDays(last, 1)).getTime() - 1000).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const except = event.allDay
    ? `EXDATE;VALUE=DATE:${skipped.map(digits).join(',')}`
    : `EXDATE;TZID=${timeZone}:${skipped.map((day) => `${digits(day)}T${start}`).join(',')}`
  return [`RRULE:${by};UNTIL=${until}`, ...(skipped.length > 0 ? [except] : [])].join('\r\n')
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** One date of an event as an entry of a file. */
function calendarEvent(event: EventDate): ICalEventData {
  const isCancelled = event.status === 'cancelled'
  const path = eventPath(event)
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
    timezone: event.allDay ? null : timeZone,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: plain(titleWithStatus(event)),
    description: plain(description(event)) || null,
    location: plain(placeText(event)) || null,
    url: path ? absoluteUrl(path) : null,
    categories: categories(event).map((category) => ({ name: category })),
  }
}

function description(event: EventDate): string {
  const moved =
    event.status === 'moved' && event.previousStartsAt
      ? `Перенесено с ${dateTime(event.previousStartsAt)}.`
      : ''
  return [moved, event.statusReason, event.lead, event.place?.note].filter(Boolean).join('\n')
}

function categories({ kind, audience }: EventDate): string[] {
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
