import { BSONRegExp, Decimal128, Double, Int32, Long } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionOf, connect, idsOf } from './connect.ts'

const { client, db } = await connect('queries')
afterAll(() => client.close())

describe('null and missing', () => {
  const documents = [
    { _id: 1, a: null },
    { _id: 2 },
    { _id: 3, a: 1 },
    { _id: 4, a: [null, 1] },
    { _id: 5, a: [] },
    { _id: 6, a: [2] },
  ]
  for (const isIndexed of [false, true]) {
    describe(isIndexed ? 'with an index' : 'without an index', () => {
      let collection: Awaited<ReturnType<typeof collectionOf>>
      beforeAll(async () => {
        collection = await collectionOf(db, documents)
        if (isIndexed) await collection.createIndex({ a: 1 })
      })
      it('matches null with null, missing and an array that holds null', async () => {
        expect(await idsOf(collection, { a: null })).toEqual([1, 2, 4])
      })
      it('takes the rest for $ne null', async () => {
        expect(await idsOf(collection, { a: { $ne: null } })).toEqual([3, 5, 6])
      })
      it('tells missing from null with $exists', async () => {
        expect(await idsOf(collection, { a: { $exists: false } })).toEqual([2])
        expect(await idsOf(collection, { a: { $exists: true, $eq: null } })).toEqual([1, 4])
      })
      it('finds null among $in', async () => {
        expect(await idsOf(collection, { a: { $in: [null, 2] } })).toEqual([1, 2, 4, 6])
      })
    })
  }
  it('finds a null inside objects of an array', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, list: [{ x: 1 }, { y: 1 }] },
      { _id: 2, list: [{ x: 1 }] },
      { _id: 3, list: [{ x: null }] },
      { _id: 4 },
    ])
    expect(await idsOf(collection, { 'list.x': null })).toEqual([1, 3, 4])
  })
})

describe('types', () => {
  it('compares only within a type', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 5 },
      { _id: 2, a: '5' },
      { _id: 3, a: new Date(5) },
      { _id: 4, a: true },
    ])
    expect(await idsOf(collection, { a: { $gt: 1 } })).toEqual([1])
    expect(await idsOf(collection, { a: { $gt: '1' } })).toEqual([2])
    expect(await idsOf(collection, { a: { $gte: new Date(0) } })).toEqual([3])
  })
  it('holds equal numbers of different types for equal', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: new Int32(5) },
      { _id: 2, a: Long.fromNumber(5) },
      { _id: 3, a: new Double(5) },
      { _id: 4, a: Decimal128.fromString('5.0') },
      { _id: 5, a: new Double(5.5) },
    ])
    for (const five of [new Int32(5), Long.fromNumber(5), Decimal128.fromString('5')]) {
      expect(await idsOf(collection, { a: five })).toEqual([1, 2, 3, 4])
    }
    expect(await idsOf(collection, { a: { $type: 'int' } })).toEqual([1])
  })
  it('sorts mixed types in the order of BSON', async () => {
    const collection = await collectionOf(db, [
      { _id: 'date', a: new Date(0) },
      { _id: 'bool', a: true },
      { _id: 'object', a: { x: 1 } },
      { _id: 'string', a: 'x' },
      { _id: 'number', a: 1 },
      { _id: 'null', a: null },
    ])
    const sorted = await collection.find({}, { sort: { a: 1 } }).toArray()
    expect(sorted.map(({ _id }) => _id)).toEqual(['null', 'number', 'string', 'object', 'bool', 'date'])
  })
  it('sorts Cyrillic by code point, as MongoDB does without a collation', async () => {
    const collection = await collectionOf(
      db,
      ['яблоко', 'Ёлка', 'ель', 'Ель', 'ёлка'].map((a, _id) => ({ _id, a })),
    )
    const sorted = await collection.find({}, { sort: { a: 1 } }).toArray()
    expect(sorted.map((row): unknown => row['a'])).toEqual(['Ёлка', 'Ель', 'ель', 'яблоко', 'ёлка'])
  })
  it('sorts and finds with a collation in find', async () => {
    const collection = await collectionOf(
      db,
      ['b', 'A', 'a', 'B'].map((a, _id) => ({ _id, a })),
    )
    const collation = { locale: 'en', strength: 2 }
    const found = await collection.find({ a: 'a' }, { collation }).toArray()
    expect(found.map(({ _id }) => Number(_id)).sort()).toEqual([1, 2])
    const sorted = await collection.find({}, { sort: { a: 1, _id: 1 }, collation }).toArray()
    expect(sorted.map((row): unknown => row['a'])).toEqual(['A', 'a', 'b', 'B'])
  })
})

describe('arrays', () => {
  it('sorts by the least element ascending and the greatest descending', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: [5, 1] },
      { _id: 2, a: [2, 3] },
      { _id: 3, a: 4 },
    ])
    const ids = async (direction: 1 | -1) =>
      (await collection.find({}, { sort: { a: direction } }).toArray()).map(({ _id }) => _id)
    expect(await ids(1)).toEqual([1, 2, 3])
    expect(await ids(-1)).toEqual([1, 3, 2])
  })
  it('lets two elements meet a range that $elemMatch wants of one', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: [1, 10] },
      { _id: 2, a: [5] },
    ])
    expect(await idsOf(collection, { a: { $gt: 4, $lt: 7 } })).toEqual([1, 2])
    expect(await idsOf(collection, { a: { $elemMatch: { $gt: 4, $lt: 7 } } })).toEqual([2])
  })
  it('answers $elemMatch on an array with a compound index, in every operation', async () => {
    const collection = await collectionOf(
      db,
      Array.from({ length: 300 }, (_, _id) => ({ _id, a: _id % 4, b: _id % 3 ? [_id % 5, 2] : _id % 5 })),
    )
    const expected = Array.from({ length: 300 }, (_, i) => i).filter((i) => i % 4 === 3 && i % 3 !== 0)
    await collection.createIndex({ a: 1, b: 1 })
    await collection.createIndex({ b: 1 })
    const filter = { a: 3, b: { $elemMatch: { $gte: 1, $lt: 3 } } }
    expect(await idsOf(collection, filter)).toEqual(expected)
    expect(await collection.countDocuments({ $or: [filter, { a: 9 }] })).toBe(expected.length)
    expect((await collection.distinct('_id', filter)).length).toBe(expected.length)
    expect((await collection.updateMany(filter, { $set: { c: 1 } })).matchedCount).toBe(expected.length)
    await collection.updateOne({ ...filter, _id: 7 }, { $set: { 'b.$': 77 } })
    expect((await collection.findOne({ _id: 7 }))?.['b']).toEqual([77, 2])
    expect((await collection.findOneAndDelete(filter))?._id).toBe(expected[0])
  })
  it('answers $all, $size, $nin and $not', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [1] },
      { _id: 3, a: 2 },
      { _id: 4 },
    ])
    expect(await idsOf(collection, { a: { $all: [1, 2] } })).toEqual([1])
    expect(await idsOf(collection, { a: { $size: 1 } })).toEqual([2])
    expect(await idsOf(collection, { a: { $nin: [1] } })).toEqual([3, 4])
    expect(await idsOf(collection, { a: { $not: { $gt: 1 } } })).toEqual([2, 4])
  })
  it('matches fields of objects in an array', async () => {
    const collection = await collectionOf(db, [
      {
        _id: 1,
        list: [
          { a: 1, b: 2 },
          { a: 3, b: 4 },
        ],
      },
      { _id: 2, list: [{ a: 1, b: 4 }] },
    ])
    expect(await idsOf(collection, { 'list.a': 1, 'list.b': 4 })).toEqual([1, 2])
    expect(await idsOf(collection, { list: { $elemMatch: { a: 1, b: 4 } } })).toEqual([2])
  })
})

describe('embedded documents', () => {
  it('are equal only with their fields in the same order', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
    ])
    expect(await idsOf(collection, { a: { x: 1, y: 2 } })).toEqual([1])
  })
})

describe('regular expressions', () => {
  it('know the flags i, m, x and s', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 'Первая\nвторая' },
      { _id: 2, a: 'первая' },
    ])
    expect(await idsOf(collection, { a: /^ПЕРВАЯ/i })).toEqual([1, 2])
    expect(await idsOf(collection, { a: /^вторая/m })).toEqual([1])
    expect(await idsOf(collection, { a: { $regex: 'перв ая # comment', $options: 'x' } })).toEqual([2])
    expect(await idsOf(collection, { a: new BSONRegExp('Первая.вторая', 's') })).toEqual([1])
    expect(await idsOf(collection, { a: /Первая.вторая/ })).toEqual([])
    expect(await idsOf(collection, { $or: [{ a: { $not: new BSONRegExp('вторая.*', 's') } }] })).toEqual([2])
    expect(await idsOf(collection, { a: { $in: [/^Первая/] } })).toEqual([1])
  })
  it('find a prefix with an index and without', async () => {
    const collection = await collectionOf(
      db,
      ['дом 1', 'дом 2', 'домовой', 'Дом 1'].map((a, _id) => ({ _id, a })),
    )
    const plain = await idsOf(collection, { a: /^дом / })
    await collection.createIndex({ a: 1 })
    expect(plain).toEqual([0, 1])
    expect(await idsOf(collection, { a: /^дом / })).toEqual([0, 1])
  })
})

describe('projections', () => {
  it('include, exclude, slice and compute', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] }])
    const project = async (projection: object) => (await collection.find({}, { projection }).toArray())[0]
    expect(await project({ a: 1 })).toEqual({ _id: 1, a: 1 })
    expect(await project({ _id: 0, 'b.c': 1 })).toEqual({ b: { c: 2 } })
    expect(await project({ list: 0, b: 0 })).toEqual({ _id: 1, a: 1 })
    expect(await project({ list: { $slice: 1 }, b: 0, a: 0 })).toEqual({ _id: 1, list: [1] })
    expect(await project({ list: { $elemMatch: { $gt: 1 } } })).toEqual({ _id: 1, list: [2] })
    expect(await project({ sum: { $add: ['$a', '$b.c'] } })).toEqual({ _id: 1, sum: 3 })
  })
  it('keep the other fields beside a projection of $meta alone', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, text: 'ремонт двора' },
      { _id: 2, text: 'школа' },
    ])
    await collection.createIndex({ text: 'text' }, { default_language: 'none' })
    const found = await collection
      .find({ $text: { $search: 'двора' } }, { projection: { score: { $meta: 'textScore' } } })
      .toArray()
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ _id: 1, text: 'ремонт двора' })
    expect(found[0]?.['score']).toBeGreaterThan(0)
  })
})

describe('geography', () => {
  const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })
  it('orders $near by distance and refuses it without an index', async () => {
    const collection = await collectionOf(db, [
      { _id: 'far', at: point(38.2, 55.7) },
      { _id: 'near', at: point(37.9, 55.68) },
    ])
    const near = { at: { $near: { $geometry: point(37.89, 55.68) } } }
    await expect(collection.find(near).toArray()).rejects.toMatchObject({ code: 291 })
    await collection.createIndex({ at: '2dsphere' })
    expect((await collection.find(near).toArray()).map(({ _id }) => _id)).toEqual(['near', 'far'])
    const withOther = { $and: [near, { _id: { $ne: 'near' } }] }
    expect((await collection.find(withOther).toArray()).map(({ _id }) => _id)).toEqual(['far'])
    expect((await collection.find(near).limit(1).toArray()).map(({ _id }) => _id)).toEqual(['near'])
    const box = {
      type: 'Polygon',
      coordinates: [
        [
          [37.8, 55.6],
          [38, 55.6],
          [38, 55.8],
          [37.8, 55.8],
          [37.8, 55.6],
        ],
      ],
    }
    expect(await idsOf(collection, { at: { $geoWithin: { $geometry: box } } })).toEqual(['near'])
  })
})
