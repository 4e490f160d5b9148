import { streetName } from '../../../collections/Houses/address.schema.ts'
import { isOpen } from '../../../collections/Wishes/wishes.schema.ts'
import { pointOf } from '../houses/area.ts'
import { cellOf } from '../houses/nearby.ts'
import { boundaryOf } from '../houses/territory.ts'
import { shardOf } from '../houses/streetIndex.ts'
import { monthsOf } from '../lib/calendar.ts'
import type { IndexDefinition } from './documentIndex.ts'
import type { Collection, Docs, Reference } from './types.ts'
import { idOf } from './reference.ts'
import { isWaiting } from '../../../collections/Questions/states.schema.ts'

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
      audience: (doc) => doc.audience ?? [],
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
      district: (doc) => ids(doc.districts ?? []),
      house: (doc) => ids(doc.houses ?? []),
      // Those with a boundary: whether a house lies within is asked house by house.
      bounded: (doc) => (boundaryOf(doc).length > 0 ? ['all'] : []),
      month: (doc) => (doc.meeting?.startsAt ? monthsOf({ startsAt: doc.meeting.startsAt }) : []),
    },
  },
  editions: {
    order: (doc) => doc.publishedAt,
    groups: { hearing: (doc) => ids([doc.hearing]), id: (doc) => [doc.id] },
  },
  manifests: { order: (doc) => doc.day, groups: { day: (doc) => [doc.day] } },
  addressees: {
    order: (doc) => alphabetical(`${String(doc.order ?? 100).padStart(6, '0')} ${doc.title}`),
    groups: { slug, deputy: (doc) => ids([doc.deputy]) },
  },
  questions: {
    order: (doc) => doc.registeredAt ?? doc.createdAt,
    groups: {
      // A declined question has a page that says why, and stands in no list.
      number: (doc) => list(doc.number),
      list: (doc) => shown(doc, 'all'),
      topic: (doc) => shown(doc, doc.topic ?? 'other'),
      phase: (doc) => shown(doc, isWaiting(doc.state) ? 'waiting' : 'answered'),
      addressee: (doc) => shown(doc, idOf(doc.addressee) ?? ''),
    },
  },
  pages: { order: (doc) => alphabetical(doc.title ?? ''), groups: { slug } },
  polls: { order: (doc) => doc.closesAt ?? '', groups: { slug } },
  'poll-results': {
    order: (doc) => doc.countedAt ?? '',
    // `listed`: its ballots are published.
    groups: { poll: (doc) => ids([doc.poll]), listed: (doc) => (doc.ballots ? ids([doc.poll]) : []) },
  },
  wishes: {
    order: (doc) => doc.publishedAt ?? doc.receivedAt,
    groups: {
      slug,
      // Lists are of what can be read; a wish that was not published has a page of its own and a place in the statistics.
      open: (doc) => (isOpen(doc.status) ? ['all'] : []),
      category: (doc) => (isOpen(doc.status) ? [doc.category] : []),
      state: (doc) => (isOpen(doc.status) ? [doc.status] : []),
      district: (doc) => (isOpen(doc.status) ? ids([doc.district]) : []),
    },
  },
  houses: {
    order: (doc) => alphabetical(`${doc.streetSlug} ${naturally(doc.title ?? '')}`),
    groups: {
      slug,
      street: (doc) => list(doc.streetSlug),
      shard: (doc) => [shardOf(streetName(doc))],
      district: (doc) => ids([doc.district]),
    },
  },
  places: {
    order: (doc) => alphabetical(doc.title ?? ''),
    groups: { slug, category: (doc) => list(doc.category), cell: (doc) => cells(doc) },
  },
  stops: {
    order: (doc) => alphabetical(doc.title),
    groups: { kind: (doc) => list(doc.kind), cell: (doc) => cells(doc) },
  },
  receptions: {
    order: (doc) => alphabetical(doc.title ?? ''),
    groups: { person: (doc) => list(doc.person), deputy: (doc) => ids([doc.deputy]) },
  },
  redirects: { order: (doc) => doc.from, groups: {} },
  media: { order: (doc) => doc.filename ?? '', groups: {} },
}

/** «ё» stands outside the alphabet's code range. */
function alphabetical(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
}

/** So that 9 stands before 10. */
function naturally(text: string): string {
  return text.replace(/\d+/g, (digits) => digits.padStart(5, '0'))
}

function cells(doc: Parameters<typeof pointOf>[0]): string[] {
  const point = pointOf(doc)
  return point ? [cellOf(point)] : []
}

function slug(doc: { slug?: string | null }): string[] {
  return list(doc.slug)
}

function shown({ state }: Docs['questions'], group: string): string[] {
  return state === 'declined' ? [] : [group]
}

function ids(references: readonly Reference[]): string[] {
  return references.flatMap((reference) => list(idOf(reference)))
}

function list(value: string | null | undefined): string[] {
  return value ? [value] : []
}
