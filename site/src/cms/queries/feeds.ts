import {
  fixedSubjects,
  type SubjectKind,
} from '../../../../collections/Subscriptions/subscriptions.schema.ts'
import type { Content } from '../content.ts'
import { query } from '../door.ts'
import { datesOf, type EventDate } from '../eventDates.ts'
import { listing } from '../listing.ts'
import type { Event, Hearing, News } from '../types.ts'

/** What feeds are about; those of a house stand beside its page. */
export type FeedKind = Exclude<SubjectKind, 'house'>

export interface Feed {
  /** «Транспорт и дороги» */
  name: string
  /** Each in the order of its collection, the latest last. */
  news: readonly News[]
  events: readonly Event[]
  /** The dates of those events that have been announced, the latest last: one that repeats is told date by date. */
  dates: readonly AnnouncedDate[]
  hearings: readonly Hearing[]
}

export interface AnnouncedDate {
  event: EventDate
  announcedAt: string
}

const length = 50
/** A date of a series becomes news so long before it. */
const aheadMs = 14 * 86_400_000

/** The latest about a subject, by the value of its address; null when residents cannot see the subject. */
export const feedOf = query('list:feed', ({ content, clock }, kind: FeedKind, value: string): Feed | null => {
  const subject = subjectOf(content, kind, value)
  if (!subject) return null
  const { id, name } = subject
  const feed = { name, news: [], events: [], dates: [], hearings: [] }
  if (kind === 'topic') return { ...feed, news: content.group('news', 'topic', id).last(length) }
  if (kind === 'hearing') return { ...feed, hearings: content.group('hearings', 'kind', id).last(length) }
  const events = content.group('events', kind, id).last(length)
  const dates = events
    .flatMap(datesOf)
    .map((event) => ({ event, announcedAt: announcedAt(event) }))
    .filter((date) => clock.reached(new Date(date.announcedAt)))
    .sort((a, b) => a.announcedAt.localeCompare(b.announcedAt))
    .slice(-length)
  return kind === 'district'
    ? { ...feed, events, dates, hearings: content.group('hearings', 'district', id).last(length) }
    : { ...feed, events, dates }
})

function announcedAt({ day, startsAt, publishedAt, createdAt }: EventDate): string {
  const published = publishedAt ?? createdAt
  if (!day) return published
  const ahead = new Date(Date.parse(startsAt) - aheadMs).toISOString()
  return ahead > published ? ahead : published
}

/** Every subject has a feed, also while there is nothing in it: readers subscribe beforehand. */
export const feedPaths = listing(['kind', 'value'], pathsOf)

/** News have no date to come to. */
export const feedCalendarPaths = listing(['kind', 'value'], (content) =>
  pathsOf(content).filter(({ kind }) => hasCalendar(kind)),
)

export const hasCalendar = (kind: string): boolean => kind !== 'topic'

function pathsOf(content: Content): { kind: string; value: string }[] {
  return [
    ...Object.entries(fixedSubjects).flatMap(([kind, values]) =>
      values.map(({ value }) => ({ kind, value })),
    ),
    ...content.values('districts', 'slug').map((value) => ({ kind: 'district', value })),
    ...content.values('deputies', 'slug').map((value) => ({ kind: 'deputy', value })),
  ]
}

function subjectOf(content: Content, kind: FeedKind, value: string): { id: string; name: string } | null {
  if (kind === 'district' || kind === 'deputy') {
    const [doc] = content.group(kind === 'district' ? 'districts' : 'deputies', 'slug', value).slice(0, 1)
    return doc ? { id: doc.id, name: doc.title ?? '' } : null
  }
  const word = fixedSubjects[kind].find((each) => each.value === value)
  return word ? { id: value, name: word.ru } : null
}
