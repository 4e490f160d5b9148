import { addDays, startOfDay } from '../lib/calendar.ts'
import { dayKey } from '../lib/dates.ts'
import { definitions } from './definitions.ts'
import { group, groupValues, positionOf } from './documentIndex.ts'
import type { Snapshot } from './snapshot.ts'
import type { Collection, Docs, Globals, GlobalSlug } from './types.ts'

/**
 * What a query may ask of the published content. Every answer is noted as a source, so that a change of the content
 * leads to the queries it can concern, and to no others:
 *
 * | source | changes when |
 * |---|---|
 * | `news#id` | this document changes, appears or goes |
 * | `news[3]`, `news/topic=culture[3]` | something in the fourth sixteen documents of the list changes |
 * | `news:all`, `news:end` | anything in the list changes; its length changes |
 * | `news/topic?` | a value of the group gets its first or loses its last document |
 * | `global:settings` | the global changes |
 */
export interface Content {
  doc<C extends Collection>(collection: C, id: string): Docs[C] | null
  /** The whole collection, in its own order (definitions.ts). */
  all<C extends Collection>(collection: C): List<Docs[C]>
  /** The documents of a group, in the order of the collection. */
  group<C extends Collection>(collection: C, name: string, value: string): List<Docs[C]>
  /** The values that a group has documents for, in no particular order. */
  values(collection: Collection, name: string): string[]
  global<G extends GlobalSlug>(slug: G): Globals[G] | null
}

/** A sorted list that notes which part of it was read: ask for the smallest part that answers the question. */
export interface List<Doc> {
  length(): number
  all(): readonly Doc[]
  slice(start: number, end: number): readonly Doc[]
  last(count: number): readonly Doc[]
  has(position: number): boolean
  positionOf(doc: Doc): number
}

/** What a query may ask of the time. The earliest moment at which an answer can differ is noted. */
export interface Clock {
  /** Whether the moment is over or is now. */
  reached(moment: Date): boolean
  /** Today in Moscow, «2026-11-23». */
  day(): string
}

/** What one question read: its sources, and until when (ms since 1970) its answer holds by the clock. */
export interface Sources {
  names: Set<string>
  until: number
}

export const noSources = (): Sources => ({ names: new Set(), until: Number.POSITIVE_INFINITY })

/** How many neighbours of a list share one source. */
const bucketSize = 16

export const bucketOf = (position: number): number => Math.floor(position / bucketSize)

export const listName = (collection: Collection, name?: string, value?: string): string =>
  name === undefined ? collection : `${collection}/${name}=${value}`

/** The content of a snapshot; `only` narrows `values` to some values of a group (see listing.ts). */
export function contentOf(
  snapshot: Snapshot,
  sources: Sources,
  only: ReadonlyMap<string, readonly string[]> | null = null,
): Content {
  const note = (source: string) => sources.names.add(source)
  return {
    doc(collection, id) {
      note(`${collection}#${id}`)
      return snapshot.collections[collection].byId.get(id) ?? null
    },
    all: (collection) =>
      listOf(snapshot.collections[collection].sorted, collection, listName(collection), note),
    group: (collection, name, value) =>
      listOf(
        group(snapshot.collections[collection], name, value),
        collection,
        listName(collection, name, value),
        note,
      ),
    values(collection, name) {
      note(`${collection}/${name}?`)
      const index = snapshot.collections[collection]
      if (!only) return groupValues<Docs[Collection]>(index, name)
      // Of all collections: a list may join several (months of events and of hearings), and what one lost another has.
      const some = new Set(
        [...only].flatMap(([source, values]) => (source.endsWith(`/${name}?`) ? values : [])),
      )
      return [...some].filter((value) => group<Docs[Collection]>(index, name, value).length > 0)
    },
    global(slug) {
      note(`global:${slug}`)
      return snapshot.globals[slug] ?? null
    },
  }
}

function listOf<C extends Collection>(
  docs: readonly Docs[C][],
  collection: C,
  name: string,
  note: (source: string) => void,
): List<Docs[C]> {
  const noteRange = (start: number, end: number) => {
    for (let bucket = bucketOf(start); bucket <= bucketOf(Math.max(start, end - 1)); bucket++)
      note(`${name}[${bucket}]`)
  }
  return {
    length() {
      note(`${name}:end`)
      return docs.length
    },
    all() {
      note(`${name}:all`)
      return docs
    },
    slice(start, end) {
      noteRange(start, end)
      return docs.slice(start, end)
    },
    last(count) {
      note(`${name}:end`)
      const start = Math.max(0, docs.length - count)
      noteRange(start, docs.length)
      return docs.slice(start)
    },
    has(position) {
      noteRange(position, position + 1)
      return position < docs.length
    },
    positionOf(doc) {
      const position = positionOf(docs, doc, definitions[collection])
      noteRange(position, position + 1)
      return position
    },
  }
}

export function clockOf(now: Date, sources: Sources): Clock {
  const noteUntil = (moment: Date) => {
    sources.until = Math.min(sources.until, moment.getTime())
  }
  return {
    reached(moment) {
      // A date that is none stands for a moment long ago: what hangs on it is over.
      if (!(moment > now)) return true
      noteUntil(moment)
      return false
    },
    day() {
      const today = dayKey(now)
      noteUntil(startOfDay(addDays(today, 1)))
      return today
    },
  }
}
