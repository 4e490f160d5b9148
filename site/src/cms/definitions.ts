import { isOpen } from '../../../collections/Wishes/wishes.schema.ts'
import { monthsOf } from '../lib/calendar.ts'
import type { IndexDefinition } from './documentIndex.ts'
import type { Collection, Docs, Reference } from './types.ts'
import { idOf } from './reference.ts'

/** The order and the groups of every collection: the only indexes queries may rely on. */
export const definitions: { [C in Collection]: IndexDefinition<Docs[C]> } = {
  news: {
    order: (doc) => doc.publishedAt ?? doc.createdAt,
    groups: { slug, topic: (doc) => list(doc.topic), event: (doc) => ids([doc.event]) },
  },
  events: {
    order: (doc) => doc.startsAt ?? '',
    groups: {
      slug,
      month: (doc) => (doc.startsAt ? monthsOf(doc) : []),
      deputy: (doc) => ids(doc.deputies ?? []),
      district: (doc) => ids([doc.district]),
    },
  },
  deputies: {
    order: (doc) => alphabetical(`${doc.lastName ?? ''} ${doc.firstName ?? ''} ${doc.middleName ?? ''}`),
    groups: { slug, district: (doc) => ids([doc.district]) },
  },
  districts: { order: (doc) => doc.number ?? 0, groups: { slug } },
  hearings: {
    order: (doc) => doc.noticeAt ?? doc.publishedAt ?? doc.createdAt,
    groups: {
      slug,
      kind: (doc) => list(doc.kind),
      district: (doc) => ids([doc.district]),
      month: (doc) => (doc.meeting?.startsAt ? monthsOf({ startsAt: doc.meeting.startsAt }) : []),
    },
  },
  pages: { order: (doc) => alphabetical(doc.title ?? ''), groups: { slug } },
  wishes: {
    order: (doc) => doc.publishedAt ?? doc.receivedAt,
    groups: {
      slug,
      // Lists are of what can be read; a wish that was not published has a page of its own and a place in the statistics.
      open: (doc) => (isOpen(doc.status) ? ['all'] : []),
      category: (doc) => (isOpen(doc.status) ? [doc.category] : []),
      state: (doc) => (isOpen(doc.status) ? [doc.status] : []),
    },
  },
  redirects: { order: (doc) => doc.from, groups: {} },
  media: { order: (doc) => doc.filename ?? '', groups: {} },
}

/** «ё» stands outside the alphabet's code range. */
function alphabetical(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
}

function slug(doc: { slug?: string | null }): string[] {
  return list(doc.slug)
}

function ids(references: readonly Reference[]): string[] {
  return references.flatMap((reference) => list(idOf(reference)))
}

function list(value: string | null | undefined): string[] {
  return value ? [value] : []
}
