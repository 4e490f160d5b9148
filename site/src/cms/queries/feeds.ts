import {
  fixedSubjects,
  type SubjectKind,
} from '../../../../collections/Subscriptions/subscriptions.schema.ts'
import type { Content } from '../content.ts'
import { query } from '../door.ts'
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
  hearings: readonly Hearing[]
}

const length = 50

/** The latest about a subject, by the value of its address; null when residents cannot see the subject. */
export const feedOf = query('list:feed', ({ content }, kind: FeedKind, value: string): Feed | null => {
  const subject = subjectOf(content, kind, value)
  if (!subject) return null
  const { id, name } = subject
  const feed = { name, news: [], events: [], hearings: [] }
  if (kind === 'topic') return { ...feed, news: content.group('news', 'topic', id).last(length) }
  if (kind === 'hearing') return { ...feed, hearings: content.group('hearings', 'kind', id).last(length) }
  const events = content.group('events', kind, id).last(length)
  return kind === 'district'
    ? { ...feed, events, hearings: content.group('hearings', 'district', id).last(length) }
    : { ...feed, events }
})

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
