import type { PayloadRequest } from 'payload'
import { isSeries, seriesDates } from '../Events/dates.schema.ts'
import { documentPath } from '../documentPath.schema.ts'
import { momentWords } from '../moscow.schema.ts'
import type { Event } from '../payload-types.ts'
import { all } from '../where.ts'

/** One date of an event that people register for, as residents know it now. */
export type EventDate = {
  event: string
  day: string | null
  title: string
  startsAt: string
  /** «27 ноября в 20:00, Дом культуры» */
  words: string
  /** Path of its page. */
  path: string
  seats: number
  /** Cancelled, alone or with the whole series. */
  isOff: boolean
  reason: string | null
  /** When registration ends. */
  closesAt: number
  isDemo: boolean
}

/** The date behind a key of registrations.schema.ts; null when residents see none such. */
export const eventDateOf = async (req: PayloadRequest, key: string): Promise<EventDate | null> => {
  const [id = '', day = ''] = key.split('/')
  const event = await req.payload.db.findOne<Event>({
    collection: 'events',
    where: all({ id: { equals: id } }, { _status: { equals: 'published' } }),
    req,
  })
  if (!event?.slug) return null
  const path = documentPath('events', event.slug)
  const shared = {
    event: id,
    title: event.title,
    seats: event.registration?.seats ?? 0,
    isDemo: event.demo ?? false,
  }
  if (isSeries(event)) {
    const date = seriesDates(event).find((each) => each.day === day)
    if (!date) return null
    return {
      ...shared,
      day,
      startsAt: date.startsAt,
      words: wordsOf(date.startsAt, date.place ?? event.place?.name),
      path: `${path}${day}/`,
      isOff: date.state === 'cancelled' || event.status === 'cancelled',
      reason: date.note ?? event.statusReason ?? null,
      closesAt: Date.parse(date.startsAt),
    }
  }
  if (day) return null
  const startsAt = new Date(event.startsAt).toISOString()
  return {
    ...shared,
    day: null,
    startsAt,
    words: wordsOf(startsAt, event.place?.name),
    path,
    isOff: event.status === 'cancelled',
    reason: event.statusReason ?? null,
    closesAt: Date.parse(event.registration?.closesAt ?? startsAt),
  }
}

const wordsOf = (startsAt: string, place: string | null | undefined): string =>
  [momentWords(Date.parse(startsAt)), place].filter(Boolean).join(', ')
