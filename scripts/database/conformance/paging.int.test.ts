import { afterAll, describe, expect, it } from 'vitest'
import { collectionOf, connect, idsOf, type Row } from './connect.ts'

const { client, db } = await connect('paging')
afterAll(() => client.close())

const numbered = (count: number) => Array.from({ length: count }, (_, _id) => ({ _id, a: 0, group: _id % 3 }))

describe('order without a sort', () => {
  it('pages through every document once while they are updated', async () => {
    const collection = await collectionOf(db, numbered(60))
    const seen: unknown[] = []
    for (let skip = 0; skip < 60; skip += 10) {
      const page = await collection.find().skip(skip).limit(10).toArray()
      seen.push(...page.map(({ _id }) => _id))
      for (const { _id } of page) await collection.updateOne({ _id }, { $set: { text: 'x'.repeat(500) } })
    }
    expect(new Set(seen).size).toBe(60)
  })
  it('pages through an aggregation once while documents are updated', async () => {
    const collection = await collectionOf(db, numbered(30))
    const seen: unknown[] = []
    for (let skip = 0; skip < 30; skip += 10) {
      const page = await collection
        .aggregate<Row>([{ $match: { a: 0 } }, { $skip: skip }, { $limit: 10 }])
        .toArray()
      seen.push(...page.map(({ _id }) => _id))
      for (const { _id } of page) await collection.updateOne({ _id }, { $set: { text: 'y'.repeat(500) } })
    }
    expect(new Set(seen).size).toBe(30)
  })
  it('finds the same first document after it was updated', async () => {
    const collection = await collectionOf(db, numbered(5))
    await collection.updateOne({ _id: 0 }, { $set: { text: 'z'.repeat(1000) } })
    expect((await collection.findOne({ a: 0 }))?._id).toBe(0)
  })
  it('takes the first by _id for updateOne, replaceOne, deleteOne, findOneAndUpdate and findOneAndDelete', async () => {
    const collection = await collectionOf(db, numbered(200))
    for (let _id = 0; _id < 120; _id++)
      await collection.updateOne({ _id }, { $set: { text: 'w'.repeat(900) } })
    await collection.updateOne({ a: 0 }, { $set: { mark: 1 } })
    await collection.replaceOne({ a: 0, mark: { $ne: 1 } }, { a: 0, mark: 1 })
    expect(await idsOf(collection, { mark: 1 })).toEqual([0, 1])
    await collection.deleteOne({ a: 0 })
    expect(await idsOf(collection, { mark: 1 })).toEqual([1])
    expect((await collection.findOneAndUpdate({ a: 0 }, { $set: { b: 1 } }))?._id).toBe(1)
    expect((await collection.findOneAndDelete({ a: 0 }))?._id).toBe(1)
    const { deletedCount } = await collection.deleteOne({ a: 'nothing' })
    expect(deletedCount).toBe(0)
  })
})

describe('cursors', () => {
  it('return every document in pages, with any batch size', async () => {
    const collection = await collectionOf(db, numbered(250))
    for (const batchSize of [1, 7, 100, 1000]) {
      expect(await collection.find({}, { batchSize }).toArray()).toHaveLength(250)
      const sorted = await collection.find({}, { batchSize, sort: { a: 1, _id: -1 } }).toArray()
      expect(sorted.map(({ _id }) => Number(_id))).toEqual(Array.from({ length: 250 }, (_, i) => 249 - i))
      const grouped = await collection.aggregate([{ $group: { _id: '$_id' } }], { batchSize }).toArray()
      expect(grouped).toHaveLength(250)
    }
  })
  it('see what was there when they were opened, sorted, and lose nothing to updates', async () => {
    const collection = await collectionOf(db, numbered(200))
    const cursor = collection.find({}, { batchSize: 20, sort: { _id: 1 } })
    const seen: unknown[] = []
    for await (const { _id } of cursor) {
      seen.push(_id)
      await collection.updateOne({ _id }, { $inc: { a: 1 }, $set: { text: 'x'.repeat(200) } })
    }
    expect(seen).toEqual(Array.from({ length: 200 }, (_, i) => i))
  })
  it('can be open many at a time', async () => {
    const collection = await collectionOf(db, numbered(100))
    const cursors = Array.from({ length: 40 }, () => collection.find({}, { batchSize: 3 }))
    const all = await Promise.all(cursors.map((cursor) => cursor.toArray()))
    expect(all.map((documents) => documents.length)).toEqual(Array(40).fill(100))
  })
  it('end when they are closed: the server then no longer knows them', async () => {
    const collection = await collectionOf(db, numbered(50))
    const cursor = collection.find({}, { batchSize: 5, sort: { a: 1 } })
    await cursor.next()
    const { id } = cursor
    await cursor.close()
    const more = db.command({ getMore: id, collection: collection.collectionName })
    await expect(more).rejects.toMatchObject({ code: 43 })
  })
  it('honour limit and skip across batches', async () => {
    const collection = await collectionOf(db, numbered(100))
    const found = await collection.find({}, { batchSize: 10, sort: { _id: 1 }, skip: 5, limit: 37 }).toArray()
    expect(found.map(({ _id }) => _id)).toEqual(Array.from({ length: 37 }, (_, i) => i + 5))
  })
  it('carry documents of many megabytes', async () => {
    const collection = await collectionOf(db, [])
    const text = 'ы'.repeat(3_000_000)
    await collection.insertMany(Array.from({ length: 6 }, (_, _id) => ({ _id, text })))
    const found = await collection.find().toArray()
    expect(found.map(({ text: read }) => read === text)).toEqual(Array(6).fill(true))
  })
})
