import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient, type ClientSession } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, collectionOf, connect, failure, idsOf, type Row } from './connect.ts'
import { startLossyProxy } from './lossyProxy.ts'

const { client, db, isEmbedded } = await connect('transactions')
afterAll(() => client.close())

const addressOf = ({ options }: MongoClient) => {
  const [host = '', port] = (options.hosts[0]?.toString() ?? '').split(':')
  return { host, port: Number(port) }
}

async function inSession<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = client.startSession()
  try {
    return await work(session)
  } finally {
    await session.endSession()
  }
}

describe('a transaction', () => {
  it('shows its writes to itself at once and to others after the commit', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 2 }, { session })
      await collection.updateOne({ _id: 1 }, { $set: { a: 1 } }, { session })
      expect(await collection.countDocuments({}, { session })).toBe(2)
      expect(await collection.countDocuments({})).toBe(1)
      expect(await collection.findOne({ _id: 1 })).toEqual({ _id: 1 })
      await session.commitTransaction()
    })
    expect(await collection.find({}, { sort: { _id: 1 } }).toArray()).toEqual([{ _id: 1, a: 1 }, { _id: 2 }])
  })
  it('leaves nothing when it is aborted', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 2 }, { session })
      await collection.deleteOne({ _id: 1 }, { session })
      await session.abortTransaction()
    })
    expect(await idsOf(collection, {})).toEqual([1])
  })
  it('leaves nothing when its session ends in the middle', async () => {
    const collection = await collectionOf(db, [])
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 1 }, { session })
    })
    expect(await idsOf(collection, {})).toEqual([])
    await collection.insertOne({ _id: 1 })
  })
  it('is aborted as a whole by a duplicate key', async () => {
    const collection = await collectionOf(db, [{ _id: 1, slug: 'a' }])
    await collection.createIndex({ slug: 1 }, { unique: true })
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 2, slug: 'b' }, { session })
      expect(await failure(collection.insertOne({ _id: 3, slug: 'a' }, { session }))).toMatchObject({
        code: 11000,
        keyPattern: { slug: 1 },
        keyValue: { slug: 'a' },
      })
      expect(await codeOf(collection.insertOne({ _id: 4, slug: 'c' }, { session }))).toBe(251)
      expect(await codeOf(session.commitTransaction())).toBe(251)
    })
    expect(await idsOf(collection, {})).toEqual([1])
  })
  it('may be committed twice, the second time without effect', async () => {
    const collection = await collectionOf(db, [])
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 1 }, { session })
      await session.commitTransaction()
      await session.commitTransaction()
    })
    expect(await idsOf(collection, {})).toEqual([1])
  })
  it('reads through a cursor of several pages', async () => {
    const collection = await collectionOf(
      db,
      Array.from({ length: 30 }, (_, _id) => ({ _id })),
    )
    await inSession(async (session) => {
      session.startTransaction()
      await collection.insertOne({ _id: 30 }, { session })
      const read = async (sort: Record<string, 1 | -1>) =>
        (await collection.find({}, { session, batchSize: 4, sort }).toArray()).length
      expect(await read({})).toBe(31)
      expect(await read({ _id: -1 })).toBe(31)
      const rows = await collection
        .aggregate([{ $group: { _id: '$_id' } }], { session, batchSize: 3 })
        .toArray()
      expect(rows).toHaveLength(31)
      await session.commitTransaction()
    })
  })
  it('makes collections, and unmakes them when it is aborted', async () => {
    const name = `made_in_transaction_${Date.now()}`
    await inSession(async (session) => {
      session.startTransaction()
      await db.collection(name).insertOne({ a: 1 }, { session })
      await session.abortTransaction()
    })
    expect(await db.listCollections({ name }).toArray()).toEqual([])
  })
  it('with read concern snapshot sees nothing of what is committed meanwhile', async () => {
    const collection = await collectionOf(db, [{ _id: 1 }])
    await inSession(async (session) => {
      session.startTransaction({ readConcern: { level: 'snapshot' } })
      expect(await collection.countDocuments({}, { session })).toBe(1)
      await collection.insertOne({ _id: 2 })
      expect(await collection.countDocuments({}, { session })).toBe(1)
      await session.abortTransaction()
    })
  })
  it('that meets a conflict carries the label by which drivers try again', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    await inSession(async (session) => {
      session.startTransaction({ readConcern: { level: 'snapshot' } })
      await collection.findOne({ _id: 1 }, { session })
      await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })
      const error = await failure(collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }))
      expect(error.code).toBe(112)
      expect(error.hasErrorLabel?.('TransientTransactionError')).toBe(true)
    })
  })
  it('withTransaction gets 20 concurrent increments of one document right', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inSession((session) =>
          session.withTransaction(async () => {
            const before = await collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { session })
            await collection.insertOne({ _id: 100 + Number(before?.['n']) }, { session })
          }),
        ),
      ),
    )
    expect((await collection.findOne({ _id: 1 }))?.['n']).toBe(20)
    expect(await collection.countDocuments()).toBe(21)
  })
  it('30 concurrent updates of one document all succeed, though Payload does not try again', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        inSession(async (session) => {
          session.startTransaction()
          await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session })
          await session.commitTransaction()
        }),
      ),
    )
    const succeeded = results.filter(({ status }) => status === 'fulfilled').length
    expect((await collection.findOne({ _id: 1 }))?.['n']).toBe(succeeded)
    // MongoDB itself answers most of them with a write conflict; the embedded engine lets them wait.
    if (isEmbedded) expect(succeeded).toBe(30)
  })
  it('waits for a lock, then goes on', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    await inSession(async (session) => {
      session.startTransaction()
      await collection.updateOne({ _id: 1 }, { $set: { n: 10 } }, { session })
      const outside = collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })
      await sleep(100)
      await session.commitTransaction()
      await outside
    })
    expect((await collection.findOne({ _id: 1 }))?.['n']).toBe(11)
  })
  it('whose process was killed is rolled back, and keeps nobody waiting for long', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    const relay = await startLossyProxy(addressOf(client))
    const killed = await new MongoClient(relay.url, { serverSelectionTimeoutMS: 500 }).connect()
    const session = killed.startSession()
    session.startTransaction()
    await killed
      .db(db.databaseName)
      .collection<Row>(collection.collectionName)
      .updateOne({ _id: 1 }, { $set: { n: 10 } }, { session })
    await relay.stop()
    const startedAt = Date.now()
    await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })
    // MongoDB keeps the row for a minute.
    if (isEmbedded) expect(Date.now() - startedAt).toBeLessThan(10_000)
    expect((await collection.findOne({ _id: 1 }))?.['n']).toBe(1)
    await killed.close()
  }, 90_000)
})

describe('a write whose reply is lost', () => {
  let proxy: Awaited<ReturnType<typeof startLossyProxy>>
  let lossy: MongoClient
  beforeAll(async () => {
    proxy = await startLossyProxy(addressOf(client))
    lossy = await new MongoClient(proxy.url, { retryWrites: true }).connect()
  })
  afterAll(async () => {
    await lossy.close()
    await proxy.stop()
  })

  const writes = {
    insert: (c) => c.insertOne({ _id: 5, n: 1 }),
    update: (c) => c.updateOne({ _id: 1 }, { $inc: { n: 1 } }),
    findAndModify: (c) => c.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
    delete: (c) => c.deleteOne({ k: 1 }),
  } satisfies Record<string, (collection: Awaited<ReturnType<typeof collectionOf>>) => Promise<unknown>>
  const expected: Record<keyof typeof writes, unknown> = {
    insert: [
      { _id: 1, n: 0, k: 1 },
      { _id: 2, n: 0, k: 1 },
      { _id: 5, n: 1 },
    ],
    update: [
      { _id: 1, n: 1, k: 1 },
      { _id: 2, n: 0, k: 1 },
    ],
    findAndModify: [
      { _id: 1, n: 1, k: 1 },
      { _id: 2, n: 0, k: 1 },
    ],
    delete: [{ _id: 2, n: 0, k: 1 }],
  }
  for (const name of ['insert', 'update', 'findAndModify', 'delete'] as const) {
    it(`is sent again by the driver and applied once: ${name}`, async () => {
      const plain = await collectionOf(db, [
        { _id: 1, n: 0, k: 1 },
        { _id: 2, n: 0, k: 1 },
      ])
      const collection = lossy.db(db.databaseName).collection<{ _id: string | number }>(plain.collectionName)
      const before = proxy.lost
      proxy.loseNextReplyTo(name)
      const result = await writes[name](collection)
      expect(proxy.lost).toBe(before + 1)
      expect(await plain.find({}, { sort: { _id: 1 } }).toArray()).toEqual(expected[name])
      if (name === 'findAndModify') expect(result).toEqual({ _id: 1, n: 1, k: 1 })
      else expect(result).toMatchObject({ acknowledged: true })
    })
  }
  it('is committed once when the reply to the commit is lost', async () => {
    const plain = await collectionOf(db, [{ _id: 1, n: 0 }])
    const collection = lossy.db(db.databaseName).collection<{ _id: number }>(plain.collectionName)
    const session = lossy.startSession()
    session.startTransaction()
    await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session })
    const before = proxy.lost
    proxy.loseNextReplyTo('commitTransaction')
    await session.commitTransaction()
    await session.endSession()
    expect(proxy.lost).toBe(before + 1)
    expect(await plain.findOne()).toEqual({ _id: 1, n: 1 })
  })
})

describe('at the same time', () => {
  it('20 upserts of one key make one document', async () => {
    const collection = await collectionOf(db, [])
    await collection.createIndex({ key: 1 }, { unique: true })
    await Promise.all(
      Array.from({ length: 20 }, () =>
        collection.updateOne({ key: 'a' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    )
    expect(await collection.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ key: 'a', n: 20 }])
    await Promise.all(
      Array.from({ length: 20 }, () =>
        collection.updateOne({ _id: 'fixed' }, { $inc: { n: 1 } }, { upsert: true }),
      ),
    )
    expect(await collection.findOne({ _id: 'fixed' })).toEqual({ _id: 'fixed', n: 20 })
  })
  it('30 claims take 30 different jobs', async () => {
    const collection = await collectionOf(
      db,
      Array.from({ length: 30 }, (_, _id) => ({ _id, state: 'waiting' })),
    )
    const claim = () =>
      collection.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } }, { sort: { _id: 1 } })
    const claimed: unknown[] = []
    // A claim that lost its race may come back empty-handed, on MongoDB too: it asks again while there are jobs left.
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        for (let tries = 0; tries < 60; tries++) {
          const job = await claim()
          if (job) return void claimed.push(job._id)
          if ((await collection.countDocuments({ state: 'waiting' })) === 0) return
        }
      }),
    )
    expect(new Set(claimed).size).toBe(30)
    expect(claimed).toHaveLength(30)
  })
  it('first writes to a new database all succeed', async () => {
    const fresh = client.db(`conformance_fresh_${Date.now()}`)
    await Promise.all(Array.from({ length: 12 }, (_, i) => fresh.collection(`c${i % 4}`).insertOne({ i })))
    const counts = await Promise.all([0, 1, 2, 3].map((i) => fresh.collection(`c${i}`).countDocuments()))
    expect(counts).toEqual([3, 3, 3, 3])
    await fresh.dropDatabase()
  })
  it('1,000 increments from 16 clients are all there', async () => {
    const collection = await collectionOf(db, [{ _id: 1, n: 0 }])
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let i = 0; i < 63; i++) await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })
      }),
    )
    expect((await collection.findOne({ _id: 1 }))?.['n']).toBe(16 * 63)
  })
})
