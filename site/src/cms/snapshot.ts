import { hash } from 'node:crypto'
import { change, emptyIndex, type Index } from './documentIndex.ts'
import { definitions } from './definitions.ts'
import type { Collection, Docs, Globals, GlobalSlug } from './types.ts'

/** The whole published content at one revision. Never changed in place: `applied` makes the next one. */
export interface Snapshot {
  readonly revision: number
  readonly collections: { readonly [C in Collection]: Index<Docs[C]> }
  readonly globals: Readonly<Partial<Globals>>
}

/** One line of the content stream, parsed: a document, its removal, or a global. */
export type Change =
  | { [C in Collection]: { collection: C; id: string; doc: Docs[C] | null } }[Collection]
  | { [G in GlobalSlug]: { global: G; doc: Globals[G] } }[GlobalSlug]

export interface Identity {
  collection: string
  id: string
  rev: string
}

export const emptySnapshot: Snapshot = {
  revision: 0,
  collections: {
    news: emptyIndex(),
    events: emptyIndex(),
    'event-seats': emptyIndex(),
    deputies: emptyIndex(),
    districts: emptyIndex(),
    hearings: emptyIndex(),
    sessions: emptyIndex(),
    editions: emptyIndex(),
    manifests: emptyIndex(),
    pages: emptyIndex(),
    addressees: emptyIndex(),
    questions: emptyIndex(),
    polls: emptyIndex(),
    'poll-results': emptyIndex(),
    wishes: emptyIndex(),
    houses: emptyIndex(),
    places: emptyIndex(),
    stops: emptyIndex(),
    receptions: emptyIndex(),
    documents: emptyIndex(),
    elections: emptyIndex(),
    turnout: emptyIndex(),
    streams: emptyIndex(),
    redirects: emptyIndex(),
    media: emptyIndex(),
  },
  globals: {},
}

/** Which document an object of the snapshot is and which version of it; null for anything else. */
export function identityOf(value: object): Identity | null {
  return identities.get(value) ?? null
}

/** Copy on write: the given snapshot stays as it was, so a change that makes a page fail can be dropped. */
export function applied(snapshot: Snapshot, changes: readonly Change[], revision: number): Snapshot {
  const collections = { ...snapshot.collections }
  const globals = { ...snapshot.globals }
  const grouped = new Map<Collection, Map<string, object | null>>()
  for (const item of changes) {
    if ('global' in item) {
      setGlobal(globals, item.global, item.doc)
      identify(item.doc, { collection: item.global, id: item.global })
      continue
    }
    if (item.doc) identify(item.doc, { collection: item.collection, id: item.id })
    const group = grouped.get(item.collection) ?? new Map<string, object | null>()
    grouped.set(item.collection, group.set(item.id, item.doc))
  }
  for (const [collection, group] of grouped) replace(collections, collection, group)
  return { revision, collections, globals }
}

const identities = new WeakMap<object, Identity>()

/** The version is a hash of the content: any change bumps it, and a reload of the same content does not. */
function identify(doc: object, { collection, id }: Omit<Identity, 'rev'>) {
  if (identities.has(doc)) return
  identities.set(doc, { collection, id, rev: hash('sha1', JSON.stringify(doc), 'base64url').slice(0, 12) })
  Object.freeze(doc)
}

/** Lets a stand-in for a document (a witness, see witness.ts) answer as that document. */
export function identifyAs(value: object, original: object) {
  const identity = identities.get(original)
  if (identity) identities.set(value, identity)
}

function setGlobal<G extends GlobalSlug>(globals: Partial<Globals>, slug: G, doc: Globals[G]) {
  globals[slug] = doc
}

function replace<C extends Collection>(
  collections: { [K in Collection]: Index<Docs[K]> },
  collection: C,
  group: ReadonlyMap<string, object | null>,
) {
  // `applied` grouped the changes by their own collection, so these are documents of C.
  const docs = group as ReadonlyMap<string, Docs[C] | null>
  const index: Index<Docs[C]> = collections[collection]
  Object.assign(collections, { [collection]: change(index, definitions[collection], docs) })
}
