import { ICalEventStatus, type ICalEventData } from 'ical-generator'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { Hearing } from '../cms/types.ts'
import { moscowMoment, plain, timeZone } from './ics.ts'
import { absoluteUrl } from './siteUrl.ts'

const twoHours = 2 * 60 * 60 * 1000

/** The meetings of notices as entries of a calendar; a cancelled one stays as CANCELLED. */
export function meetingEntries(hearings: readonly Hearing[]): ICalEventData[] {
  return hearings.flatMap((hearing) => {
    const { meeting, updatedAt, createdAt, slug, title } = hearing
    if (!meeting?.startsAt) return []
    const changedAt = new Date(updatedAt)
    const start = new Date(meeting.startsAt)
    const isCancelled = hearing.status === 'cancelled'
    return {
      id: `hearing-${hearing.id}@lyubertsy-portal`,
      // Each save is later than the one before; calendars take the higher number.
      sequence: Math.floor((changedAt.getTime() - Date.parse(createdAt)) / 1000),
      stamp: changedAt,
      created: new Date(createdAt),
      lastModified: changedAt,
      start: moscowMoment(start),
      // Nobody announces an end; a calendar wants one.
      end: moscowMoment(new Date(start.getTime() + twoHours)),
      timezone: timeZone,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: plain(isCancelled ? `Отменено: ${title}` : title),
      description: plain(hearing.lead ?? '') || null,
      location: plain(meeting.place ?? '') || null,
      url: slug ? absoluteUrl(documentPath('hearings', slug)) : null,
      categories: [{ name: 'Слушания и собрания' }],
    }
  })
}
