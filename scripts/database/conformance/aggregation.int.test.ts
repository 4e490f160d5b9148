import { BSONRegExp } from 'mongodb'
import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, collectionOf, connect, type Row } from './connect.ts'

const { client, db, isEmbedded } = await connect('aggregation')
afterAll(() => client.close())

describe('$count and $facet on nothing', () => {
  it('answer nothing, and empty lists', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    expect(await collection.aggregate([{ $match: { _id: 9 } }, { $count: 'n' }]).toArray()).toEqual([])
    expect(await collection.aggregate([{ $count: 'n' }]).toArray()).toEqual([{ n: 1 }])
    const facet = [{ $match: { _id: 9 } }, { $facet: { total: [{ $count: 'n' }], rows: [{ $limit: 2 }] } }]
    expect(await collection.aggregate(facet).toArray()).toEqual([{ total: [], rows: [] }])
    const missing = db.collection('never-made')
    expect(await missing.aggregate([{ $count: 'n' }]).toArray()).toEqual([])
    expect(await missing.aggregate([{ $facet: { total: [{ $count: 'n' }] } }]).toArray()).toEqual([
      { total: [] },
    ])
    expect(await missing.countDocuments({})).toBe(0)
  })
})

describe('$group', () => {
  it('leaves a missing field out of an object, in _id and in $push and $addToSet', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 1 },
    ])
    const byObject = await collection
      .aggregate([{ $group: { _id: { a: '$a', b: '$b' }, n: { $sum: 1 } } }, { $sort: { n: 1 } }])
      .toArray()
    expect(byObject).toEqual([
      { _id: { a: 1, b: 2 }, n: 1 },
      { _id: { a: 1 }, n: 2 },
    ])
    const [sets] = await collection
      .aggregate([
        { $sort: { _id: 1 } },
        { $group: { _id: null, set: { $addToSet: { b: '$b' } }, list: { $push: { b: '$b', id: '$_id' } } } },
      ])
      .toArray()
    expect(sets?.['list']).toEqual([{ id: 1 }, { b: 2, id: 2 }, { id: 3 }])
    expect(sets?.['set']).toHaveLength(2)
    expect(sets?.['set']).toContainEqual({})
  })
  it('sums, averages, takes first and last, least and greatest', async () => {
    const collection = await collectionOf(
      db,
      [1, 2, 3, 4].map((_id) => ({ _id, g: _id % 2, v: _id })),
    )
    const rows = await collection
      .aggregate([
        { $sort: { _id: 1 } },
        {
          $group: {
            _id: '$g',
            sum: { $sum: '$v' },
            avg: { $avg: '$v' },
            first: { $first: '$v' },
            last: { $last: '$v' },
            min: { $min: '$v' },
            max: { $max: '$v' },
          },
        },
        { $sort: { _id: 1 } },
      ])
      .toArray()
    expect(rows).toEqual([
      { _id: 0, sum: 6, avg: 3, first: 2, last: 4, min: 2, max: 4 },
      { _id: 1, sum: 4, avg: 2, first: 1, last: 3, min: 1, max: 3 },
    ])
  })
})

describe('$lookup', () => {
  async function pair() {
    const authors = await collectionOf(db, [
      { _id: 1, name: 'А', tag: null },
      { _id: 2, name: 'Б' },
      { _id: 3, name: 'В', tag: 'x' },
    ])
    const posts = await collectionOf(db, [
      { _id: 10, author: 1 },
      { _id: 11, author: [2, 3] },
      { _id: 12 },
      { _id: 13, author: null },
    ])
    return { authors, posts }
  }
  it('joins plain, array, null and missing local fields', async () => {
    const { authors, posts } = await pair()
    const rows = await posts
      .aggregate([
        { $lookup: { from: authors.collectionName, localField: 'author', foreignField: '_id', as: 'found' } },
        { $sort: { _id: 1 } },
        { $project: { ids: '$found._id' } },
      ])
      .toArray()
    expect(rows.map((row) => [...(row['ids'] as number[])].sort())).toEqual([[1], [2, 3], [], []])
    const byTag = await posts
      .aggregate([
        { $lookup: { from: authors.collectionName, localField: 'none', foreignField: 'tag', as: 'found' } },
        { $match: { _id: 12 } },
      ])
      .toArray()
    expect((byTag[0]?.['found'] as Row[]).map(({ _id }) => _id).sort()).toEqual([1, 2])
  })
  it('puts the result of a sub-pipeline into a dotted field', async () => {
    const { authors, posts } = await pair()
    const rows = await authors
      .aggregate([
        { $match: { _id: 1 } },
        {
          $lookup: {
            from: posts.collectionName,
            as: 'related.posts',
            let: { id: '$_id' },
            pipeline: [{ $match: { $expr: { $eq: ['$author', '$$id'] } } }, { $project: { _id: 1 } }],
          },
        },
      ])
      .toArray()
    expect(rows).toEqual([{ _id: 1, name: 'А', tag: null, related: { posts: [{ _id: 10 }] } }])
    const both = await authors
      .aggregate([
        { $match: { _id: 2 } },
        {
          $lookup: {
            from: posts.collectionName,
            localField: '_id',
            foreignField: 'author',
            as: 'a.b',
            pipeline: [{ $limit: 5 }],
          },
        },
      ])
      .toArray()
    expect(both).toEqual([{ _id: 2, name: 'Б', a: { b: [{ _id: 11, author: [2, 3] }] } }])
  })
  it('sees the variables of let inside a $facet', async () => {
    const { authors, posts } = await pair()
    const rows = await authors
      .aggregate([
        { $match: { _id: 1 } },
        {
          $lookup: {
            from: posts.collectionName,
            as: 'page',
            let: { id: '$_id' },
            pipeline: [
              { $match: { $expr: { $eq: ['$author', '$$id'] } } },
              { $facet: { total: [{ $count: 'n' }], rows: [{ $sort: { _id: 1 } }, { $limit: 1 }] } },
            ],
          },
        },
      ])
      .toArray()
    expect(rows[0]?.['page']).toEqual([{ total: [{ n: 1 }], rows: [{ _id: 10, author: 1 }] }])
  })
})

describe('other stages', () => {
  it('$unwind keeps or drops what is empty', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [] },
      { _id: 3 },
      { _id: 4, a: 5 },
    ])
    const ids = async (preserveNullAndEmptyArrays: boolean) =>
      (
        await collection
          .aggregate([
            { $unwind: { path: '$a', preserveNullAndEmptyArrays, includeArrayIndex: 'i' } },
            { $sort: { _id: 1, a: 1 } },
          ])
          .toArray()
      ).map((row): unknown[] => [row['_id'], row['a']])
    expect(await ids(false)).toEqual([
      [1, 1],
      [1, 2],
      [4, 5],
    ])
    expect(await ids(true)).toEqual([
      [1, 1],
      [1, 2],
      [2, undefined],
      [3, undefined],
      [4, 5],
    ])
  })
  it('$match takes the same regular expressions as find', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 'x\ny' }])
    expect(
      await collection.aggregate([{ $match: { a: new BSONRegExp('x.y', 's') } }]).toArray(),
    ).toHaveLength(1)
  })
  it('computes dates in the time zone of Moscow', async () => {
    const collection = await collectionOf(db, [{ _id: 1, at: new Date('2026-10-31T22:30:00Z') }])
    const [row] = await collection
      .aggregate([
        {
          $project: {
            day: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Europe/Moscow' } },
          },
        },
      ])
      .toArray()
    expect(row?.['day']).toBe('2026-11-01 01:30')
  })
  it('$unionWith, $replaceRoot, $sortByCount, $bucket', async () => {
    const one = await collectionOf(db, [
      { _id: 1, tag: 'a', v: 1 },
      { _id: 2, tag: 'a', v: 15 },
    ])
    const two = await collectionOf(db, [{ _id: 3, tag: 'b', v: 25 }])
    const all = [{ $unionWith: { coll: two.collectionName, pipeline: [{ $match: { v: { $gt: 1 } } }] } }]
    expect(await one.aggregate([...all, { $sortByCount: '$tag' }]).toArray()).toEqual([
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ])
    expect(
      await one.aggregate([...all, { $bucket: { groupBy: '$v', boundaries: [0, 10, 30] } }]).toArray(),
    ).toEqual([
      { _id: 0, count: 1 },
      { _id: 10, count: 2 },
    ])
    expect(
      await one.aggregate([{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { x: '$v' } } }]).toArray(),
    ).toEqual([{ x: 1 }])
  })
  it('$merge and $out write, and never because of explain', async () => {
    const source = await collectionOf(db, [{ _id: 1, v: 1 }])
    const target = await collectionOf(db, [{ _id: 1, v: 0 }])
    const pipeline = [{ $set: { v: { $add: ['$v', 10] } } }, { $merge: { into: target.collectionName } }]
    await source.aggregate(pipeline).explain()
    expect(await target.findOne()).toEqual({ _id: 1, v: 0 })
    await source.aggregate(pipeline).toArray()
    expect(await target.findOne()).toEqual({ _id: 1, v: 11 })
    await source.aggregate([{ $out: 'made_by_out' }]).toArray()
    expect(await db.collection('made_by_out').countDocuments()).toBe(1)
  })
  it('writes from $documents, or refuses it loudly', async () => {
    const run = db.aggregate([{ $documents: [{ _id: 1 }] }, { $merge: { into: 'from_documents' } }]).toArray()
    if (isEmbedded) expect(await codeOf(run)).toBe(115)
    else {
      await run
      expect(await db.collection('from_documents').countDocuments()).toBe(1)
    }
  })
  it('explains a find without a change', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 1 }])
    const explained = await collection.find({ a: 1 }).explain()
    expect(explained).toHaveProperty('queryPlanner')
  })
})
