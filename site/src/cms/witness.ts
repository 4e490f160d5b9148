import { identifyAs, identityOf } from './snapshot.ts'

export interface Witness {
  /** The same value with its documents replaced by look-alikes that report every touch. */
  watch<T>(value: T): T
  /** The document touched last. */
  last(): object | null
}

/**
 * A page that fails is rendered once more with a witness: the document whose field was read last is the one to name.
 * Only the failing path pays for it.
 */
export function createWitness(): Witness {
  let touched: object | null = null
  const watched = new WeakMap<object, object>()

  function watch<T>(value: T): T {
    if (value === null || typeof value !== 'object') return value
    const known = watched.get(value)
    // A stand-in has the shape of what it stands for, in this and in the next cases.
    if (known) return known as T
    if (identityOf(value)) return standIn(value, value) as T
    if (Array.isArray(value)) return value.map((part: unknown) => watch(part)) as T
    if (value instanceof Date) return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, watch(part)])) as T
  }

  /** Nested objects (a rich text tree, a group) answer for the document they belong to. */
  function standIn(value: object, doc: object): object {
    const known = watched.get(value)
    if (known) return known
    // An empty target: frozen documents forbid a proxy to answer with anything but their own parts.
    const proxy: object = new Proxy(Array.isArray(value) ? [] : {}, {
      get(_, name) {
        touched = doc
        const part: unknown = Reflect.get(value, name)
        return typeof part === 'object' && part !== null ? standIn(part, doc) : part
      },
      has: (_, name) => Reflect.has(value, name),
      ownKeys: () => Reflect.ownKeys(value).filter((name) => name !== 'length'),
      getOwnPropertyDescriptor: (_, name) => ({
        ...Reflect.getOwnPropertyDescriptor(value, name),
        configurable: true,
      }),
    })
    watched.set(value, proxy)
    identifyAs(proxy, value)
    return proxy
  }

  return { watch, last: () => touched }
}
