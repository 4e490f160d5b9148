import { hash } from 'node:crypto'
import { documentPath } from '../documentPath.schema.ts'
import { eventKinds } from '../eventKinds.schema.ts'
import { seriesDates, type SeriesDate } from '../Events/dates.schema.ts'
import { hearingKinds } from '../hearingKinds.schema.ts'
import { momentWords } from '../moscow.schema.ts'
import type { Event, Hearing, News } from '../payload-types.ts'
import { idOf } from '../relation.ts'
import { subject } from './subscriptions.schema.ts'

export type Notice = {
  /** The document and the edition of it: the same is told once. */
  key: string
  /** «Новость», «Отменено»: what happened. */
  word: string
  title: string
  /** When it takes place, why it was moved. */
  detail: string | null
  path: string
  subjects: string[]
}

/** What went live: how the log calls the change, and the document as residents read it (depth 0). */
export type Change =
  | { collection: 'news'; isNew: boolean; view: News }
  | { collection: 'events'; isNew: boolean; view: Event }
  | {
      collection: 'hearings'
      isNew: boolean
      view: Hearing
      /** Ids of all that Hearings/territory.schema.ts says it concerns. */
      houses: string[]
    }

type EventChange = Extract<Change, { collection: 'events' }>

/** What is put on the portal with an older date is archive, not news. */
const freshMs = 7 * 86_400_000

/**
 * What subscribers are told of a change, and which of them; null when it is nothing new to them. Told are a first
 * publication, a new edition, a move and a cancellation; a corrected comma is not.
 */
export const noticeOf = (change: Change, now: Date): Notice | null => {
  const { collection, isNew, view } = change
  if (!view.slug) return null
  const edition = editionOf(change, now)
  const isFirst = edition.name === first
  if (edition.isOver || (isFirst && !(isNew && isFresh(view.publishedAt, now)))) return null
  return {
    key: `${collection}/${view.id}/${edition.name}`,
    word: edition.word,
    title: view.title ?? '',
    detail: edition.detail,
    path: documentPath(collection, view.slug),
    subjects: [...new Set(edition.subjects)],
  }
}

const editionOf = (change: Change, now: Date): Edition => {
  if (change.collection === 'news') return newsEdition(change.view)
  if (change.collection === 'events') return eventEdition(change, now)
  return hearingEdition(change.view, change.houses)
}

type Edition = { name: string; word: string; detail: string | null; subjects: string[]; isOver: boolean }

const first = '1'

const newsEdition = ({ topic, lead }: News): Edition => ({
  name: first,
  word: 'Новость',
  detail: lead || null,
  subjects: topic ? [subject('topic', topic)] : [],
  isOver: false,
})

const eventEdition = ({ isNew, view: event }: EventChange, now: Date): Edition => {
  const { status, startsAt, endsAt, statusReason } = event
  const dates = seriesDates(event)
  const changed = dates.filter(
    ({ state, startsAt }) => state !== 'regular' && Date.parse(startsAt) > now.getTime(),
  )
  // Of a series whose dates have changed that is the news; what has been told of a date is not told again.
  if (!isNew && status === 'scheduled' && changed.length > 0) return changedDates(event, dates, changed)
  const last = dates.at(-1)
  const when = startsAt ? momentWords(Date.parse(startsAt)) : null
  return {
    name: { scheduled: first, moved: `moved-${startsAt}`, cancelled: 'cancelled' }[status],
    word: {
      scheduled: eventKinds.find(({ value }) => value === event.kind)?.ru ?? 'Событие',
      moved: 'Перенесено',
      cancelled: 'Отменено',
    }[status],
    detail: sentence(when, status === 'scheduled' ? event.place?.name : statusReason),
    subjects: eventSubjects(event),
    isOver: Date.parse(last?.startsAt ?? endsAt ?? startsAt ?? '') < now.getTime(),
  }
}

const eventSubjects = ({ district, deputies, audience }: Event): string[] => [
  ...relations('district', [district]),
  ...relations('deputy', deputies),
  ...(audience ?? []).map((each) => subject('audience', each)),
]

const changedDates = (event: Event, dates: SeriesDate[], ahead: SeriesDate[]): Edition => ({
  // By every change there has been: one that passes makes no new edition.
  name: `dates-${hash('sha1', JSON.stringify(dates.filter(({ state }) => state !== 'regular')))}`,
  word: 'Изменились даты',
  detail: sentence(
    ...ahead.map(({ state, startsAt, plannedStart, note }) => {
      const planned = momentWords(Date.parse(plannedStart))
      return [
        state === 'cancelled'
          ? `${planned} — отменено`
          : `${planned} — теперь ${momentWords(Date.parse(startsAt))}`,
        note,
      ]
        .filter(Boolean)
        .join(': ')
    }),
  ),
  subjects: eventSubjects(event),
  isOver: false,
})

const hearingEdition = (hearing: Hearing, houses: string[]): Edition => {
  const { status, statusReason, kind, meeting, districts } = hearing
  const edition = String(hearing.edition ?? 1)
  const kindName = hearingKinds.find(({ value }) => value === kind)?.ru ?? 'Уведомление'
  const when = meeting?.startsAt ? momentWords(Date.parse(meeting.startsAt)) : null
  return {
    // Whatever changes in what it says is an edition: the move and the end as well.
    name: edition,
    word: {
      scheduled: edition === first ? kindName : `${kindName}: редакция ${edition}`,
      moved: `${kindName}: новая дата`,
      cancelled: `${kindName}: отменено`,
    }[status],
    detail: sentence(when, status === 'scheduled' ? hearing.territory : statusReason),
    subjects: [
      ...(kind ? [subject('hearing', kind)] : []),
      ...relations('house', houses),
      ...relations('district', districts),
    ],
    isOver: false,
  }
}

const isFresh = (publishedAt: string | null | undefined, now: Date): boolean =>
  now.getTime() - Date.parse(publishedAt ?? '') < freshMs

const sentence = (...parts: (string | null | undefined)[]): string | null =>
  parts.filter(Boolean).join('. ') || null

type Relation = string | { id: string } | null | undefined

const relations = (kind: Parameters<typeof subject>[0], list: Relation[] | null | undefined): string[] =>
  (list ?? []).flatMap((each) => (each ? [subject(kind, idOf(each))] : []))
