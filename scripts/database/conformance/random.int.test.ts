import type { Document } from 'mongodb'
import { afterAll, describe, expect, it } from 'vitest'
import { collectionOf, connect, idsOf } from './connect.ts'

const { client, db } = await connect('random')
afterAll(() => client.close())

/** Mulberry32: the same «random» queries in every run, so that a failure can be looked into. */
function generator(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

describe('random queries', () => {
  const random = generator(20261123)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const value = () => pick([0, 1, 2, 3, null, 'a', 'b', 'аб', true, new Date(1000)] as const)
  const fieldValue = (): unknown => {
    const kind = random()
    if (kind < 0.65) return value()
    if (kind < 0.85) return Array.from({ length: Math.floor(random() * 3) }, value)
    return { x: value() }
  }
  const condition = (): Document => {
    const field = pick(['a', 'b', 'c', 'c.x'])
    return pick([
      () => ({ [field]: value() }),
      () => ({ [field]: { [pick(['$gt', '$gte', '$lt', '$lte', '$ne'])]: value() } }),
      () => ({ [field]: { [pick(['$in', '$nin'])]: [value(), value()] } }),
      () => ({ [field]: { $exists: random() < 0.5 } }),
      () => ({ [field]: { $not: { $gt: value() } } }),
      () => ({ [field]: { $gte: 0, $lte: 2 } }),
      () => ({ [field]: { $elemMatch: { $gte: 1, $lt: 3 } } }),
      () => ({ [field]: /^а|a/ }),
    ])()
  }
  const query = (depth = 0): Document =>
    depth < 2 && random() < 0.6
      ? { [pick(['$and', '$or', '$nor'])]: Array.from({ length: 2 }, () => query(depth + 1)) }
      : condition()

  it('find the same with indexes as without', async () => {
    const documents = Array.from({ length: 300 }, (_, _id) => {
      const document: Document & { _id: number } = { _id }
      for (const field of ['a', 'b', 'c']) if (random() < 0.8) document[field] = fieldValue()
      return document
    })
    const plain = await collectionOf(db, documents)
    const indexed = await collectionOf(db, documents)
    const keys: Record<string, 1 | -1>[] = [{ a: 1 }, { b: -1 }, { a: 1, b: 1 }, { 'c.x': 1 }]
    for (const key of keys) await indexed.createIndex(key)
    for (let i = 0; i < 250; i++) {
      const filter = query()
      const found = await idsOf(indexed, filter)
      expect(found, JSON.stringify(filter)).toEqual(await idsOf(plain, filter))
    }
  })
  it('sort the same with an index as without', async () => {
    const documents = Array.from({ length: 200 }, (_, _id) => ({ _id, a: fieldValue(), b: value() }))
    const plain = await collectionOf(db, documents)
    const indexed = await collectionOf(db, documents)
    await indexed.createIndex({ a: 1, _id: 1 })
    await indexed.createIndex({ b: 1, _id: 1 })
    const sorts: Record<string, 1 | -1>[] = [
      { a: 1, _id: 1 },
      { a: -1, _id: -1 },
      { b: 1, _id: 1 },
      { b: -1, _id: -1 },
    ]
    for (const sort of sorts) {
      const ids = async (collection: typeof plain) =>
        (await collection.find({}, { sort }).toArray()).map(({ _id }) => _id)
      expect(await ids(indexed), JSON.stringify(sort)).toEqual(await ids(plain))
    }
  })
})
