import { ICalEventStatus, type ICalEventData } from 'ical-generator'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import { eventEnd } from '../cms/eventState.ts'
import type { Session } from '../cms/types.ts'
import { dateTime } from './calendar.ts'
import { moscowMoment, plain, timeZone } from './ics.ts'
import { absoluteUrl } from './siteUrl.ts'

/** Sittings of the Council as entries of a calendar; a moved one moves there, a cancelled one is crossed out. */
export function sessionEntries(sessions: readonly Session[]): ICalEventData[] {
  return sessions.flatMap((session) => {
    const { createdAt, place, slug, startsAt, status, title, updatedAt } = session
    if (!startsAt) return []
    const isCancelled = status === 'cancelled'
    const moved =
      status === 'moved' && session.previousStartsAt
        ? `Перенесено с ${dateTime(session.previousStartsAt)}.`
        : ''
    const details = [moved, session.statusReason, session.lead, `Как прийти: ${session.attend}`]
    return {
      id: `session-${session.id}@lyubertsy-portal`,
      sequence: session.sequence ?? 0,
      stamp: new Date(updatedAt),
      created: new Date(createdAt),
      lastModified: new Date(updatedAt),
      start: moscowMoment(new Date(startsAt)),
      end: moscowMoment(eventEnd(session)),
      timezone: timeZone,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: plain(isCancelled ? `Отменено: ${title}` : title),
      description: plain(details.filter(Boolean).join('\n')) || null,
      location: plain([place.name, place.address].filter(Boolean).join(', ')) || null,
      url: slug ? absoluteUrl(documentPath('sessions', slug)) : null,
      categories: [{ name: 'Заседания Совета депутатов' }],
    }
  })
}
