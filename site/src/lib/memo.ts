/**
 * The same pure function with its latest answers kept: at least the last `limit` keys, at most twice as many. When one
 * half is full the older half is forgotten, so what is asked for again and again stays and nothing needs counting.
 */
export function memo<Key, Value>(limit: number, answer: (key: Key) => Value): (key: Key) => Value {
  let recent = new Map<Key, Value>()
  let older = new Map<Key, Value>()
  return (key) => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const value = older.get(key) ?? answer(key)
    if (recent.size >= limit) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
    return value
  }
}
