/** How one collection is ordered and by which keys its documents are found. */
export interface IndexDefinition<Doc> {
  /** Ascending order of the collection; ties are broken by id, so the order is total. */
  order(doc: Doc): string | number
  /** Group keys of a document by group name, e.g. topic → ['transport']. */
  groups: Record<string, (doc: Doc) => readonly string[]>
}

export interface Index<Doc> {
  readonly byId: ReadonlyMap<string, Doc>
  readonly sorted: readonly Doc[]
  /** Key `group:value`; each group is sorted like the whole. */
  readonly groups: ReadonlyMap<string, readonly Doc[]>
}

interface Identified {
  id: string
}

export function emptyIndex<Doc>(): Index<Doc> {
  return { byId: new Map(), sorted: [], groups: new Map() }
}

/**
 * The index with the given documents set (or removed when null). Copy on write; the cost of one change is a few binary
 * searches and flat copies, not a new sort.
 */
export function change<Doc extends Identified>(
  index: Index<Doc>,
  definition: IndexDefinition<Doc>,
  docs: ReadonlyMap<string, Doc | null>,
): Index<Doc> {
  const byId = new Map(index.byId)
  const removed: Doc[] = []
  const added: Doc[] = []
  for (const [id, doc] of docs) {
    const old = byId.get(id)
    if (old) removed.push(old)
    if (doc) added.push(doc)
    if (doc) byId.set(id, doc)
    else byId.delete(id)
  }
  const compare = comparison(definition)
  const groups = new Map(index.groups)
  const touched = new Map<string, { removed: Doc[]; added: Doc[] }>()
  const touch = (key: string) => {
    const entry = touched.get(key) ?? { removed: [], added: [] }
    touched.set(key, entry)
    return entry
  }
  for (const doc of removed) for (const key of keysOf(definition, doc)) touch(key).removed.push(doc)
  for (const doc of added) for (const key of keysOf(definition, doc)) touch(key).added.push(doc)
  for (const [key, entry] of touched) {
    const next = merged(groups.get(key) ?? [], entry, compare)
    if (next.length > 0) groups.set(key, next)
    else groups.delete(key)
  }
  return { byId, sorted: merged(index.sorted, { removed, added }, compare), groups }
}

/** The documents of a group, oldest (first) to newest. */
export function group<Doc>(index: Index<Doc>, name: string, value: string): readonly Doc[] {
  return index.groups.get(`${name}:${value}`) ?? []
}

/** The values that a group has documents for, in no particular order. */
export function groupValues<Doc>(index: Index<Doc>, name: string): string[] {
  const prefix = `${name}:`
  return [...index.groups.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

function keysOf<Doc>(definition: IndexDefinition<Doc>, doc: Doc): string[] {
  return Object.entries(definition.groups).flatMap(([name, keys]) => keys(doc).map((key) => `${name}:${key}`))
}

function comparison<Doc extends Identified>(definition: IndexDefinition<Doc>) {
  return (a: Doc, b: Doc) => {
    const [left, right] = [definition.order(a), definition.order(b)]
    if (left !== right) return left < right ? -1 : 1
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

function merged<Doc>(
  sorted: readonly Doc[],
  { removed, added }: { removed: readonly Doc[]; added: readonly Doc[] },
  compare: (a: Doc, b: Doc) => number,
): readonly Doc[] {
  const gone = new Set(removed)
  const kept = gone.size > 0 ? sorted.filter((doc) => !gone.has(doc)) : [...sorted]
  if (added.length > 16) return [...kept, ...added].sort(compare)
  for (const doc of added) kept.splice(position(kept, doc, compare), 0, doc)
  return kept
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
