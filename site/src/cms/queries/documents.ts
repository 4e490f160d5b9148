import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { idOf } from '../reference.ts'
import type { Collection, Docs, Reference } from '../types.ts'

type Find<C extends Collection> = (key: string) => Docs[C] | null

const byId: { [C in Collection]: Find<C> } = {
  news: finder('news'),
  events: finder('events'),
  'event-seats': finder('event-seats'),
  deputies: finder('deputies'),
  districts: finder('districts'),
  hearings: finder('hearings'),
  sessions: finder('sessions'),
  editions: finder('editions'),
  manifests: finder('manifests'),
  pages: finder('pages'),
  addressees: finder('addressees'),
  questions: finder('questions'),
  polls: finder('polls'),
  'poll-results': finder('poll-results'),
  wishes: finder('wishes'),
  houses: finder('houses'),
  places: finder('places'),
  stops: finder('stops'),
  receptions: finder('receptions'),
  documents: finder('documents'),
  elections: finder('elections'),
  turnout: finder('turnout'),
  streams: finder('streams'),
  redirects: finder('redirects'),
  media: finder('media'),
}

/**
 * The document a relation points to, or null when there is none among what residents may see (not chosen, a draft,
 * deleted): a page shows nothing in its place.
 */
export function related<C extends Collection>(collection: C, reference: Reference): Docs[C] | null {
  const id = idOf(reference)
  if (!id) return null
  const find: Find<C> = byId[collection]
  return find(id)
}

/** The documents of a to-many relation that residents may see, in the editor's order. */
export function relatedAll<C extends Collection>(
  collection: C,
  references: readonly Reference[] | null | undefined,
): Docs[C][] {
  return (references ?? []).flatMap((reference) => related(collection, reference) ?? [])
}

/** A query for the document of a page by its slug. */
export function bySlug<C extends Collection>(collection: C): (slug: string) => Docs[C] {
  const find = query(
    `slug:${collection}`,
    ({ content }, slug: string): Docs[C] | null =>
      content.group(collection, 'slug', slug).slice(0, 1)[0] ?? null,
  )
  return (slug) => {
    const doc = find(slug)
    if (!doc) throw new Error(`Нет опубликованного документа ${collection} с адресом «${slug}»`)
    return doc
  }
}

/** `getStaticPaths` of a route `[slug]`: a page for each document that has an address. */
export function slugPaths(collection: Collection) {
  return listing(['slug'], (content) => content.values(collection, 'slug').map((slug) => ({ slug })))
}

function finder<C extends Collection>(collection: C): Find<C> {
  return query(`doc:${collection}`, ({ content }, id: string): Docs[C] | null => content.doc(collection, id))
}
