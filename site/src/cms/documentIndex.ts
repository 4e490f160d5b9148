import { layeredMap, type LayeredMap } from './layeredMap.ts'

/** How one collection is ordered and by which keys its documents are found. */
export interface IndexDefinition<Doc> {
  /** Ascending order of the collection; ties are broken by id, so the order is total. */
  order(doc: Doc): string | number
  /** Group keys of a document by group name, e.g. topic → ['transport']. */
  groups: Record<string, (doc: Doc) => readonly string[]>
}

export interface Index<Doc> {
  readonly byId: LayeredMap<Doc>
  readonly sorted: readonly Doc[]
  /** By group name and value; each group is sorted like the whole. */
  readonly groups: Readonly<Record<string, LayeredMap<readonly Doc[]>>>
}

export interface Identified {
  id: string
}

interface Difference<Doc> {
  removed: Doc[]
  added: Doc[]
}

export function emptyIndex<Doc>(): Index<Doc> {
  return { byId: layeredMap(), sorted: [], groups: {} }
}

/**
 * The index with the given documents set (or removed when null). Copy on write: the cost of one change is a few binary
 * searches and flat copies of an array, whatever the number of documents.
 */
export function change<Doc extends Identified>(
  index: Index<Doc>,
  definition: IndexDefinition<Doc>,
  docs: ReadonlyMap<string, Doc | null>,
): Index<Doc> {
  const difference: Difference<Doc> = { removed: [], added: [] }
  for (const [id, doc] of docs) {
    const old = index.byId.get(id)
    if (old) difference.removed.push(old)
    if (doc) difference.added.push(doc)
  }
  const compare = comparison(definition)
  const groups = Object.entries(definition.groups).map(([name, keys]) => {
    const old = index.groups[name] ?? layeredMap<readonly Doc[]>()
    const entries = new Map<string, readonly Doc[] | null>()
    for (const [key, part] of byKey(difference, keys)) {
      const next = merged(old.get(key) ?? [], part, compare)
      entries.set(key, next.length > 0 ? next : null)
    }
    return [name, old.with(entries)] as const
  })
  return {
    byId: index.byId.with(docs),
    sorted: merged(index.sorted, difference, compare),
    groups: Object.fromEntries(groups),
  }
}

/** The documents of a group, in the order of the collection. */
export function group<Doc>(index: Index<Doc>, name: string, value: string): readonly Doc[] {
  return index.groups[name]?.get(value) ?? []
}

/** The values that a group has documents for, in no particular order. */
export function groupValues<Doc>(index: Index<Doc>, name: string): string[] {
  return index.groups[name]?.keys() ?? []
}

function byKey<Doc>({ removed, added }: Difference<Doc>, keys: (doc: Doc) => readonly string[]) {
  const parts = new Map<string, Difference<Doc>>()
  const part = (key: string) => {
    const known = parts.get(key) ?? { removed: [], added: [] }
    parts.set(key, known)
    return known
  }
  for (const doc of removed) for (const key of keys(doc)) part(key).removed.push(doc)
  for (const doc of added) for (const key of keys(doc)) part(key).added.push(doc)
  return parts
}

function comparison<Doc extends Identified>(definition: IndexDefinition<Doc>) {
  return (a: Doc, b: Doc) => {
    const [left, right] = [definition.order(a), definition.order(b)]
    if (left !== right) return left < right ? -1 : 1
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

/** From so many changes on, one sort is cheaper than single insertions. */
const bulk = 32

function merged<Doc>(
  sorted: readonly Doc[],
  { removed, added }: Difference<Doc>,
  compare: (a: Doc, b: Doc) => number,
): readonly Doc[] {
  if (removed.length + added.length > bulk) {
    const gone = new Set(removed)
    return [...sorted.filter((doc) => !gone.has(doc)), ...added].sort(compare)
  }
  const next = [...sorted]
  for (const doc of removed) next.splice(position(next, doc, compare), 1)
  for (const doc of added) next.splice(position(next, doc, compare), 0, doc)
  return next
}

/** Where the document stands in a list of its collection, or would stand. */
export function positionOf<Doc extends Identified>(
  sorted: readonly Doc[],
  doc: Doc,
  definition: IndexDefinition<Doc>,
): number {
  return position(sorted, doc, comparison(definition))
}

function position<Doc>(sorted: readonly Doc[], doc: Doc, compare: (a: Doc, b: Doc) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other !== undefined && compare(other, doc) < 0) low = middle + 1
    else high = middle
  }
  return low
}
