/** A map that is never changed: `with` gives the next one, and its cost does not grow with the size of the map. */
export interface LayeredMap<Value> {
  get(key: string): Value | undefined
  has(key: string): boolean
  keys(): string[]
  /** Null removes. */
  with(entries: ReadonlyMap<string, Value | null>): LayeredMap<Value>
}

/** How many changes lie over the base before both become one: a publish copies at most so many. */
const patchLimit = 512

export function layeredMap<Value>(
  base: ReadonlyMap<string, Value> = new Map(),
  patch: ReadonlyMap<string, Value | null> = new Map(),
): LayeredMap<Value> {
  const get = (key: string) => {
    const changed = patch.get(key)
    return changed === undefined ? base.get(key) : (changed ?? undefined)
  }
  return {
    get,
    has: (key) => get(key) !== undefined,
    keys: () => [...flattened(base, patch).keys()],
    with(entries) {
      const next = new Map([...patch, ...entries])
      return next.size > patchLimit ? layeredMap(flattened(base, next)) : layeredMap(base, next)
    },
  }
}

function flattened<Value>(base: ReadonlyMap<string, Value>, patch: ReadonlyMap<string, Value | null>) {
  const all = new Map(base)
  for (const [key, value] of patch) {
    if (value === null) all.delete(key)
    else all.set(key, value)
  }
  return all
}
