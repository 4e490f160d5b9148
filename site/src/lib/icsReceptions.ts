import { ICalEventStatus, type ICalEventData } from 'ical-generator'
import type { Occurrence } from '../../../collections/Receptions/occurrences.schema.ts'
import { personReceptionsPath } from '../../../collections/Receptions/receptions.schema.ts'
import type { CalendarReceptions } from '../cms/index.ts'
import type { Reception } from '../cms/types.ts'
import { day } from './dates.ts'
import { moscowMoment, plain, timeZone } from './ics.ts'
import { receptionPlace } from './receptions.ts'
import { absoluteUrl } from './siteUrl.ts'

/**
 * Receptions as entries of a calendar, one per day. A moved one keeps the UID of the day it was to be, so a calendar moves its
 * entry; a cancelled one stays as CANCELLED.
 */
export function receptionEntries(receptions: readonly CalendarReceptions[]): ICalEventData[] {
  return receptions.flatMap(({ reception, occurrences }) =>
    occurrences.map((occurrence) => entryOf(reception, occurrence)),
  )
}

function entryOf(reception: Reception, occurrence: Occurrence): ICalEventData {
  const { state, from, to, place, note, movedFrom } = occurrence
  const changedAt = new Date(reception.updatedAt)
  const isCancelled = state === 'cancelled'
  const title = `Приём: ${reception.title ?? ''}`
  const details = [
    movedFrom && movedFrom !== occurrence.day && `Перенесён с ${day(`${movedFrom}T09:00:00Z`)}.`,
    note,
    reception.note,
    reception.booking && `Запись: ${reception.booking}`,
    reception.phone && `Телефон: ${reception.phone}`,
  ]
  return {
    id: `reception-${reception.id}-${occurrence.planned}@lyubertsy-portal`,
    // Each save is later than the one before; calendars take the higher number.
    sequence: Math.floor((changedAt.getTime() - Date.parse(reception.createdAt)) / 1000),
    stamp: changedAt,
    created: new Date(reception.createdAt),
    lastModified: changedAt,
    start: moscowMoment(momentOf(occurrence.day, from)),
    end: moscowMoment(momentOf(occurrence.day, to)),
    timezone: timeZone,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: plain(
      isCancelled ? `Отменён: ${title.toLocaleLowerCase('ru').slice(0, 1)}${title.slice(1)}` : title,
    ),
    description: plain(details.filter(Boolean).join('\n')) || null,
    location: plain(place || receptionPlace(reception)) || null,
    url: reception.person ? absoluteUrl(personReceptionsPath(reception.person)) : null,
    categories: [{ name: 'Приём' }],
  }
}

/** Moscow keeps UTC+3 all year. */
const momentOf = (day: string, time: string): Date => new Date(`${day}T${time}:00+03:00`)
