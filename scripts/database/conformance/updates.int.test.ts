import { Int32, Long, MongoBulkWriteError } from 'mongodb'
import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, collectionOf, connect, type Row } from './connect.ts'

const { client, db } = await connect('updates')
afterAll(() => client.close())

async function updated(before: Row, update: object, options: object = {}) {
  const collection = await collectionOf(db, [before])
  await collection.updateOne({ _id: before._id }, update, options)
  return collection.findOne({ _id: before._id })
}

describe('operators on arrays', () => {
  it('$push with $each, $position, $sort and $slice', async () => {
    expect(
      await updated({ _id: 1, a: [5, 1] }, { $push: { a: { $each: [3, 2], $sort: 1, $slice: 3 } } }),
    ).toEqual({
      _id: 1,
      a: [1, 2, 3],
    })
    expect(await updated({ _id: 1, a: [1, 2] }, { $push: { a: { $each: [9], $position: 1 } } })).toEqual({
      _id: 1,
      a: [1, 9, 2],
    })
    const list = [{ n: 2 }, { n: 1 }]
    expect(
      await updated(
        { _id: 1, list },
        { $push: { list: { $each: [{ n: 3 }], $sort: { n: -1 }, $slice: 2 } } },
      ),
    ).toEqual({ _id: 1, list: [{ n: 3 }, { n: 2 }] })
  })
  it('$pull, $pullAll, $pop and $addToSet', async () => {
    const list = [
      { a: 1, b: 2 },
      { a: 2, b: 2 },
    ]
    expect(await updated({ _id: 1, list }, { $pull: { list: { a: 1 } } })).toEqual({
      _id: 1,
      list: [{ a: 2, b: 2 }],
    })
    expect(await updated({ _id: 1, a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } })).toEqual({
      _id: 1,
      a: [2],
    })
    expect(await updated({ _id: 1, a: [1, 2] }, { $pop: { a: -1 } })).toEqual({ _id: 1, a: [2] })
    expect(await updated({ _id: 1, a: [1] }, { $addToSet: { a: { $each: [1, 2] } } })).toEqual({
      _id: 1,
      a: [1, 2],
    })
  })
  it('the positional $ and filtered $[x], also nested', async () => {
    const collection = await collectionOf(db, [{ _id: 1, list: [{ n: 1 }, { n: 2 }] }])
    await collection.updateOne({ 'list.n': 2 }, { $set: { 'list.$.seen': true } })
    expect(await collection.findOne()).toEqual({ _id: 1, list: [{ n: 1 }, { n: 2, seen: true }] })

    const nested = {
      _id: 1,
      a: [
        { k: 1, b: [{ v: 1 }, { v: 5 }] },
        { k: 2, b: [{ v: 5 }] },
      ],
    }
    expect(
      await updated(
        nested,
        { $set: { 'a.$[x].b.$[y].big': true } },
        { arrayFilters: [{ 'x.k': 1 }, { 'y.v': { $gt: 3 } }] },
      ),
    ).toEqual({
      _id: 1,
      a: [
        { k: 1, b: [{ v: 1 }, { v: 5, big: true }] },
        { k: 2, b: [{ v: 5 }] },
      ],
    })
    expect(await updated({ _id: 1, a: [1, 2] }, { $inc: { 'a.$[]': 10 } })).toEqual({ _id: 1, a: [11, 12] })
  })
})

describe('operators on fields', () => {
  it('$set, $unset, $inc, $mul, $min, $max, $rename, $currentDate', async () => {
    expect(await updated({ _id: 1, a: { b: 1 } }, { $set: { 'a.c': 2 } })).toEqual({
      _id: 1,
      a: { b: 1, c: 2 },
    })
    expect(await updated({ _id: 1, a: 1, b: 2 }, { $unset: { b: '' } })).toEqual({ _id: 1, a: 1 })
    expect(await updated({ _id: 1, a: 2 }, { $inc: { a: 1, n: 5 }, $mul: { m: 3 } })).toEqual({
      _id: 1,
      a: 3,
      n: 5,
      m: 0,
    })
    expect(await updated({ _id: 1, a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 7 } })).toEqual({
      _id: 1,
      a: 3,
      b: 7,
    })
    expect(await updated({ _id: 1, old: 1 }, { $rename: { old: 'new' } })).toEqual({ _id: 1, new: 1 })
    expect((await updated({ _id: 1 }, { $currentDate: { at: true } }))?.['at']).toBeInstanceOf(Date)
  })
  it('updates with a pipeline', async () => {
    expect(
      await updated({ _id: 1, a: 2 }, [{ $set: { b: { $multiply: ['$a', 2] } } }, { $unset: 'a' }]),
    ).toEqual({ _id: 1, b: 4 })
  })
  it('turns an int that overflows into a long, and refuses what overflows a long', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: new Int32(2147483647) },
      { _id: 2, a: Long.MAX_VALUE },
    ])
    await collection.updateOne({ _id: 1 }, { $inc: { a: 1 } })
    expect((await collection.findOne({ _id: 1 }))?.['a']).toBe(2147483648)
    expect(await codeOf(collection.updateOne({ _id: 2 }, { $inc: { a: 1 } }))).toBe(2)
  })
  it('refuses conflicting updates (40) and a changed _id (66)', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: { b: 1 } }])
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $set: { a: 1, 'a.b': 2 } }))).toBe(40)
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $set: { _id: 2 } }))).toBe(66)
    expect(await codeOf(collection.replaceOne({ _id: 1 }, { _id: 2 }))).toBe(66)
  })
})

describe('upsert', () => {
  it('seeds the document from the equalities of the filter', async () => {
    const collection = await collectionOf(db, [])
    const result = await collection.updateOne(
      { _id: 7, 'a.b': 1, c: { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 5 }] },
      { $set: { f: 6 }, $setOnInsert: { g: 7 } },
      { upsert: true },
    )
    expect(result.upsertedId).toBe(7)
    expect(await collection.findOne()).toEqual({ _id: 7, a: { b: 1 }, c: 2, e: 5, f: 6, g: 7 })
  })
  it('does not seed from $or or $in', async () => {
    const collection = await collectionOf(db, [])
    await collection.updateOne({ _id: 1, $or: [{ a: 1 }, { b: 1 }] }, { $set: { c: 1 } }, { upsert: true })
    expect(await collection.findOne()).toEqual({ _id: 1, c: 1 })
  })
  it('tells the ids of what a bulk write inserted', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    const result = await collection.bulkWrite([
      { updateOne: { filter: { _id: 1 }, update: { $set: { a: 1 } }, upsert: true } },
      { updateOne: { filter: { _id: 2 }, update: { $set: { a: 1 } }, upsert: true } },
      { replaceOne: { filter: { _id: 3 }, replacement: { a: 2 }, upsert: true } },
    ])
    expect(result.upsertedIds).toEqual({ 1: 2, 2: 3 })
    expect(result.modifiedCount).toBe(1)
  })
})

describe('bulk writes', () => {
  it('stop at the first error when ordered, go on when not', async () => {
    for (const [ordered, expected] of [
      [true, [1, 2]],
      [false, [1, 2, 3]],
    ] as const) {
      const collection = await collectionOf(db, [{ _id: 1 }])
      const error = await collection
        .insertMany([{ _id: 2 }, { _id: 1 }, { _id: 3 }], { ordered })
        .catch((e: unknown) => e)
      expect(error).toBeInstanceOf(MongoBulkWriteError)
      expect((error as MongoBulkWriteError).code).toBe(11000)
      expect((error as MongoBulkWriteError).insertedCount).toBe(expected.length - 1)
      const left = await collection.find({}, { sort: { _id: 1 } }).toArray()
      expect(left.map(({ _id }) => _id)).toEqual(expected)
    }
  })
  it('count what was matched, changed and deleted', async () => {
    const collection = await collectionOf(
      db,
      [1, 2, 3, 4].map((_id) => ({ _id, a: _id % 2 })),
    )
    const many = await collection.updateMany({ a: 1 }, { $set: { b: 1 } })
    expect([many.matchedCount, many.modifiedCount]).toEqual([2, 2])
    const again = await collection.updateMany({ a: 1 }, { $set: { b: 1 } })
    expect([again.matchedCount, again.modifiedCount]).toEqual([2, 0])
    expect((await collection.deleteMany({ a: 0 })).deletedCount).toBe(2)
  })
  it('take thousands of documents at a time', async () => {
    const collection = await collectionOf(db, [])
    const { insertedCount } = await collection.insertMany(
      Array.from({ length: 30_000 }, (_, _id) => ({ _id })),
    )
    expect(insertedCount).toBe(30_000)
    expect(await collection.countDocuments()).toBe(30_000)
  })
})

describe('findOneAndUpdate', () => {
  it('gives the document before, after or none', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 1 }])
    expect(await collection.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } })).toEqual({ _id: 1, a: 1 })
    expect(
      await collection.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } }, { returnDocument: 'after' }),
    ).toEqual({ _id: 1, a: 3 })
    expect(await collection.findOneAndUpdate({ _id: 2 }, { $inc: { a: 1 } })).toBe(null)
    expect(
      await collection.findOneAndUpdate(
        { _id: 2 },
        { $inc: { a: 1 } },
        { upsert: true, returnDocument: 'after' },
      ),
    ).toEqual({ _id: 2, a: 1 })
    const full = await collection.findOneAndUpdate(
      { _id: 3 },
      { $set: { a: 1 } },
      { upsert: true, includeResultMetadata: true },
    )
    expect(full.lastErrorObject).toMatchObject({ updatedExisting: false, upserted: 3 })
  })
  it('chooses by sort, projects, and does as told without minding a hint', async () => {
    const collection = await collectionOf(
      db,
      [1, 2, 3].map((_id) => ({ _id, a: 10 - _id, b: 1 })),
    )
    await collection.createIndex({ a: 1 })
    const found = await collection.findOneAndUpdate(
      { b: 1 },
      { $set: { taken: true } },
      { sort: { a: 1 }, projection: { a: 1 }, hint: { a: 1 }, returnDocument: 'after' },
    )
    expect(found).toEqual({ _id: 3, a: 7 })
    expect(await collection.findOneAndDelete({ b: 1 }, { sort: { a: -1 } })).toEqual({ _id: 1, a: 9, b: 1 })
    expect(await collection.findOneAndReplace({ _id: 2 }, { z: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 2,
      z: 1,
    })
  })
})
