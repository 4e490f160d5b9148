import { streetName } from '../../../collections/Houses/address.schema.ts'
import { isOpen } from '../../../collections/Wishes/wishes.schema.ts'
import { boundaryOf } from '../../../collections/Hearings/territory.schema.ts'
import { pointOf } from '../houses/area.ts'
import { cellOf } from '../houses/nearby.ts'
import { shardOf } from '../houses/streetIndex.ts'
import { monthsOf, weeksOfMonth, type Period } from '../lib/calendar.ts'
import { dayKey } from '../lib/dates.ts'
import type { IndexDefinition } from './documentIndex.ts'
import { datesOf, lastStart } from './eventDates.ts'
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
    // A series stands where its last date does.
    order: lastStart,
    groups: {
      slug,
      month: (doc) => months(periodsOf(doc)),
      week: (doc) => weeks(periodsOf(doc)),
      // The dates of a series, by their addresses.
      date: (doc) => datesOf(doc).flatMap(({ day }) => (day && doc.slug ? [`${doc.slug}/${day}`] : [])),
      // Those one registers for on the portal, each with a form of its own.
      form: (doc) =>
        doc.registration?.seats ? datesOf(doc).map(({ day }) => `${doc.slug}/${day ?? ''}`) : [],
      kind: (doc) => list(doc.kind),
      place: (doc) => list(doc.place?.key),
      deputy: (doc) => ids(doc.deputies ?? []),
      district: (doc) => ids([doc.district]),
      audience: (doc) => doc.audience ?? [],
    },
  },
  'event-seats': { order: (doc) => doc.key, groups: { key: (doc) => [doc.key] } },
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
      month: (doc) => months(meetings(doc)),
      week: (doc) => weeks(meetings(doc)),
    },
  },
  sessions: {
    order: (doc) => doc.startsAt ?? '',
    groups: {
      slug,
      month: (doc) => (doc.startsAt ? months([{ startsAt: doc.startsAt }]) : []),
      week: (doc) => (doc.startsAt ? weeks([{ startsAt: doc.startsAt }]) : []),
      // Whoever is named in the roll: the publication of a sitting renders the pages of these deputies.
      deputy: (doc) => [...new Set((doc.roll ?? []).map(({ deputy }) => deputy))],
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
  documents: {
    order: (doc) => doc.adoptedAt ?? '',
    groups: {
      slug,
      list: () => ['all'],
      kind: (doc) => list(doc.kind),
      year: (doc) => list(doc.adoptedAt && dayKey(doc.adoptedAt).slice(0, 4)),
      state: (doc) => list(doc.state),
      event: (doc) => ids([doc.event]),
      hearing: (doc) => ids([doc.hearing]),
      repealedBy: (doc) => ids([doc.repealedBy]),
    },
  },
  elections: { order: (doc) => doc.votingFrom ?? '', groups: { slug } },
  turnout: {
    order: (doc) => `${doc.year} ${doc.votedOn ?? ''}`,
    groups: { election: (doc) => ids([doc.election]) },
  },
  streams: {
    order: (doc) => doc.plannedAt,
    groups: { of: (doc) => ids([doc.of.value]) },
  },
  redirects: { order: (doc) => doc.from, groups: {} },
  media: { order: (doc) => doc.filename ?? '', groups: {} },
}

function periodsOf(doc: Docs['events']): readonly Period[] {
  return doc.startsAt ? datesOf(doc) : []
}

function meetings({ meeting }: Docs['hearings']): Period[] {
  return meeting?.startsAt ? [{ startsAt: meeting.startsAt }] : []
}

function months(periods: readonly Period[]): string[] {
  return [...new Set(periods.flatMap(monthsOf))]
}

/** Every week of the months in which something takes place: an empty one has a page too, to say so. */
function weeks(periods: readonly Period[]): string[] {
  return [...new Set(months(periods).flatMap(weeksOfMonth))]
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
