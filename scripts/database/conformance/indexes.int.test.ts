import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, collectionOf, connect, failure, idsOf } from './connect.ts'

const { client, db, isEmbedded } = await connect('indexes')
afterAll(() => client.close())

describe('a unique index', () => {
  it('names its key and value when it refuses an insert, an update, an upsert or a replacement', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, slug: 'a', n: 1 },
      { _id: 2, slug: 'b', n: 2 },
    ])
    await collection.createIndex({ slug: 1 }, { unique: true })
    await collection.createIndex({ n: 1 }, { unique: true })
    const bySlug = { code: 11000, keyPattern: { slug: 1 }, keyValue: { slug: 'a' } }
    expect(await failure(collection.insertOne({ _id: 3, slug: 'a' }))).toMatchObject(bySlug)
    expect(await failure(collection.updateOne({ _id: 2 }, { $set: { slug: 'a' } }))).toMatchObject(bySlug)
    expect(
      await failure(collection.updateOne({ _id: 9 }, { $set: { slug: 'a' } }, { upsert: true })),
    ).toMatchObject(bySlug)
    expect(await failure(collection.replaceOne({ _id: 2 }, { slug: 'a' }))).toMatchObject(bySlug)
    expect(await failure(collection.findOneAndUpdate({ _id: 2 }, { $set: { slug: 'a' } }))).toMatchObject(
      bySlug,
    )
    expect(await failure(collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }))).toMatchObject({
      code: 11000,
      keyPattern: { n: 1 },
      keyValue: { n: 2 },
    })
    expect(await failure(collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }))).toMatchObject({
      code: 11000,
      keyPattern: { n: 1 },
      keyValue: { n: 2 },
    })
    expect(await failure(collection.insertOne({ _id: 1 }))).toMatchObject({
      keyPattern: { _id: 1 },
      keyValue: { _id: 1 },
    })
    const { message } = await failure(collection.insertOne({ _id: 3, slug: 'a' }))
    expect(message).toMatch(
      /^E11000 duplicate key error collection: conformance_indexes\.c\d+ index: slug_1 dup key: \{ slug: "a" \}/,
    )
  })
  it('names all keys of a compound index, and a field within a field', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: { b: 1 }, c: 2 }])
    await collection.createIndex({ 'a.b': 1, c: -1 }, { unique: true })
    expect(await failure(collection.insertOne({ _id: 2, a: { b: 1 }, c: 2 }))).toMatchObject({
      keyPattern: { 'a.b': 1, c: -1 },
      keyValue: { 'a.b': 1, c: 2 },
    })
    await collection.insertOne({ _id: 2, a: { b: 1 }, c: 3 })
  })
  it('takes one null or missing value, a sparse one any number of missing', async () => {
    const plain = await collectionOf(db, [{ _id: 1 }])
    await plain.createIndex({ a: 1 }, { unique: true })
    expect(await codeOf(plain.insertOne({ _id: 2 }))).toBe(11000)
    expect(await codeOf(plain.insertOne({ _id: 3, a: null }))).toBe(11000)
    const sparse = await collectionOf(db, [{ _id: 1 }, { _id: 2 }])
    await sparse.createIndex({ a: 1 }, { unique: true, sparse: true })
    await sparse.insertOne({ _id: 3 })
    await sparse.insertOne({ _id: 4, a: 1 })
    expect(await codeOf(sparse.insertOne({ _id: 5, a: 1 }))).toBe(11000)
  })
  it('holds only where a partial filter says', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 1, live: false },
      { _id: 2, a: 1, live: true },
    ])
    await collection.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { live: true } })
    await collection.insertOne({ _id: 3, a: 1, live: false })
    expect(await codeOf(collection.insertOne({ _id: 4, a: 1, live: true }))).toBe(11000)
    expect(await idsOf(collection, { a: 1 })).toEqual([1, 2, 3])
  })
  it('looks at every element of an array, but not within one document', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: [1, 2] }])
    await collection.createIndex({ a: 1 }, { unique: true })
    await collection.insertOne({ _id: 2, a: [3, 3] })
    expect(await codeOf(collection.insertOne({ _id: 3, a: [9, 2] }))).toBe(11000)
  })
  it('cannot be built over duplicates, and says which index', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ])
    const error = await failure(collection.createIndex({ a: 1 }, { unique: true, name: 'only_once' }))
    expect(error.code).toBe(11000)
    expect(error.message).toMatch(/E11000 .* index: only_once/)
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_'])
  })
  it('may be geographic and sparse, as Payload makes it for a point', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    const point = { type: 'Point', coordinates: [37.89, 55.68] }
    await collection.createIndex({ at: '2dsphere' }, { unique: true, sparse: true, name: 'at_2dsphere' })
    await collection.insertMany([{ _id: 2 }, { _id: 3, at: point }])
    expect(await codeOf(collection.insertOne({ _id: 4, at: point }))).toBe(11000)
    const index = (await collection.indexes()).filter(({ name }) => name !== '_id_')
    expect(index).toHaveLength(1)
    expect(index[0]).toMatchObject({
      name: 'at_2dsphere',
      key: { at: '2dsphere' },
      unique: true,
      sparse: true,
    })
    const near = { at: { $near: { $geometry: point, $maxDistance: 100 } } }
    expect((await collection.find(near).toArray()).map(({ _id }) => _id)).toEqual([3])
  })
})

describe('indexes', () => {
  it('are listed, may be made twice the same, and dropped', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    expect(await collection.createIndex({ a: 1 })).toBe('a_1')
    expect(await collection.createIndex({ a: 1 })).toBe('a_1')
    await collection.createIndex({ b: -1, c: 1 }, { name: 'bc', sparse: true })
    expect(await collection.indexes()).toMatchObject([
      { key: { _id: 1 }, name: '_id_' },
      { key: { a: 1 }, name: 'a_1' },
      { key: { b: -1, c: 1 }, name: 'bc', sparse: true },
    ])
    expect(await codeOf(collection.createIndex({ b: 1 }, { name: 'bc' }))).toBe(86)
    await collection.dropIndex('a_1')
    expect(await codeOf(collection.dropIndex('a_1'))).toBe(27)
    await collection.dropIndexes()
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_'])
  })
  it('a sparse one hides no document from a query or a sort', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 1 }, { _id: 2 }])
    await collection.createIndex({ a: 1 }, { sparse: true })
    expect(await idsOf(collection, {})).toEqual([1, 2])
    expect((await collection.find({}, { sort: { a: 1 } }).toArray()).map(({ _id }) => _id)).toEqual([2, 1])
    expect(await idsOf(collection, { a: { $ne: 1 } })).toEqual([2])
    expect(await idsOf(collection, { a: null })).toEqual([2])
  })
  it('make a collection that is not there', async () => {
    await db.collection('made_by_index').createIndex({ a: 1 })
    const names = (await db.listCollections().toArray()).map(({ name }) => name)
    expect(names).toContain('made_by_index')
  })
  it('with a time to live delete what has expired', async () => {
    const collection = await collectionOf(db, [
      { _id: 'old', at: new Date(Date.now() - 3_600_000) },
      { _id: 'new', at: new Date() },
    ])
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 600 })
    // MongoDB looks once a minute, the embedded engine too.
    for (let waited = 0; waited < 150 && (await collection.countDocuments()) > 1; waited++) await sleep(1000)
    expect(await idsOf(collection, {})).toEqual(['new'])
  }, 170_000)
})

describe('collections', () => {
  it('may be views', async () => {
    const collection = await collectionOf(db, [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ])
    await db.createCollection('a_view', {
      viewOn: collection.collectionName,
      pipeline: [{ $match: { a: 2 } }],
    })
    expect(await db.collection('a_view').find().toArray()).toEqual([{ _id: 2, a: 2 }])
    const listed = await db.listCollections({ name: 'a_view' }).toArray()
    expect(listed).toMatchObject([{ name: 'a_view', type: 'view' }])
    await expect(db.collection('a_view').insertOne({ a: 2 })).rejects.toMatchObject({ code: 166 })
  })
  it('may have a validator, which refuses (121)', async () => {
    const validator = { $jsonSchema: { required: ['name'], properties: { name: { bsonType: 'string' } } } }
    const collection = await db.createCollection('validated', { validator })
    await collection.insertOne({ name: 'x' })
    expect(await codeOf(collection.insertOne({ name: 5 }))).toBe(121)
    expect(await codeOf(collection.insertOne({}))).toBe(121)
  })
  it('of kinds the embedded engine lacks are refused, never made plain', async () => {
    const kinds = [
      { capped: true, size: 4096 },
      { timeseries: { timeField: 'at' } },
      { collation: { locale: 'ru' } },
      { clusteredIndex: { key: { _id: 1 }, unique: true } },
    ]
    for (const [i, options] of kinds.entries()) {
      const made = db.createCollection(`kind_${i}`, options)
      if (isEmbedded) expect(await codeOf(made)).toBe(115)
      else expect((await made).collectionName).toBe(`kind_${i}`)
    }
  })
  it('can be made twice the same, dropped twice, renamed and counted', async () => {
    await db.createCollection('twice')
    await db.createCollection('twice')
    await db.collection('twice').insertOne({ a: 1 })
    await db.renameCollection('twice', 'renamed')
    expect(await db.collection('renamed').estimatedDocumentCount()).toBe(1)
    expect(await db.collection('twice').countDocuments()).toBe(0)
    await db.collection('renamed').drop()
    await db.collection('renamed').drop()
  })
  it('count and list distinct values', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: [1, 2] }, { _id: 2, a: 2 }, { _id: 3 }])
    expect((await collection.distinct('a')).sort()).toEqual([1, 2])
    expect(await collection.countDocuments({ a: 2 })).toBe(2)
    expect(await collection.countDocuments({}, { skip: 1, limit: 1 })).toBe(1)
  })
})
