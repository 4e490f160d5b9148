import net from 'node:net'
import { MongoClient } from 'mongodb'
import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, collectionOf, connect, failure, type MongoFailure } from './connect.ts'

const { client, db, isEmbedded } = await connect('errors')
afterAll(() => client.close())

describe('errors', () => {
  it('carry the codes of MongoDB', async () => {
    const collection = await collectionOf(db, [{ _id: 1, a: 'text', list: 5 }])
    expect(await codeOf(db.command({ noSuchCommand: 1 }))).toBe(59)
    expect(await codeOf(collection.find({ a: { $noSuch: 1 } }).toArray())).toBe(2)
    expect(await codeOf(collection.aggregate([{ $noSuchStage: {} }]).toArray())).toBe(40324)
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $inc: { a: 1 } }))).toBe(14)
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $push: { list: 1 } as object }))).toBe(2)
    expect(await codeOf(collection.updateOne({ _id: 1 }, { $noSuch: { a: 1 } }))).toBe(9)
    expect(await codeOf(db.command({ getMore: 12345n, collection: 'x' }))).toBe(43)
    expect(await codeOf(db.collection('not-there').indexes())).toBe(26)
  })
  it('name themselves', async () => {
    expect(await failure(db.command({ noSuchCommand: 1 }))).toMatchObject({
      codeName: 'CommandNotFound',
      message: "no such command: 'noSuchCommand'",
    })
  })
  it('refuse change streams loudly where there are none', async () => {
    const stream = db.watch()
    const next = stream.tryNext()
    if (isEmbedded)
      expect(await failure(next)).toMatchObject({
        code: 115,
        message: expect.stringContaining('change streams') as string,
      })
    else expect(await next).toBe(null)
    await stream.close()
  })
  it('refuse a document that is too large, and the connection goes on', async () => {
    const collection = await collectionOf(db, [])
    await expect(collection.insertOne({ _id: 1, text: 'x'.repeat(17 * 1024 * 1024) })).rejects.toThrow()
    await collection.insertOne({ _id: 2 })
    expect(await collection.countDocuments()).toBe(1)
  })
  it('name the duplicate, and never a deadlock, when many insert one key at once', async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => connect('errors')))
    const seen = new Map<unknown, number>()
    for (let round = 0; round < 40; round++) {
      const { collectionName } = await collectionOf(db, [])
      await db.collection(collectionName).createIndex({ key: 1 }, { unique: true })
      const inserts = await Promise.allSettled(
        Array.from({ length: 40 }, (_, i) =>
          clients[i % 4]!.db.collection(collectionName).insertOne({ key: 'one' }),
        ),
      )
      for (const insert of inserts) {
        const outcome = insert.status === 'fulfilled' ? 'inserted' : (insert.reason as MongoFailure).code
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }
    }
    await Promise.all(clients.map((one) => one.client.close()))
    expect(Object.fromEntries(seen)).toEqual({ inserted: 40, 11000: 40 * 39 })
  })
  it('stop a statement that takes longer than maxTimeMS', async () => {
    const collection = await collectionOf(
      db,
      Array.from({ length: 400 }, (_, _id) => ({ _id, a: _id })),
    )
    const heavy = collection.aggregate(
      [
        {
          $lookup: {
            from: collection.collectionName,
            as: 'x',
            pipeline: [{ $match: { $expr: { $gte: ['$a', 0] } } }],
          },
        },
        { $unwind: '$x' },
        {
          $lookup: {
            from: collection.collectionName,
            as: 'y',
            pipeline: [{ $match: { $expr: { $gte: ['$a', 0] } } }],
          },
        },
        { $unwind: '$y' },
        { $group: { _id: null, n: { $sum: 1 } } },
      ],
      { maxTimeMS: 200 },
    )
    expect(await codeOf(heavy.toArray())).toBe(50)
  })
})

describe('the connection', () => {
  it('offers a replica set, so that Payload keeps its transactions', async () => {
    const hello = await db.admin().command({ hello: 1 })
    expect(hello).toMatchObject({ isWritablePrimary: true, setName: expect.any(String) as string })
    expect(hello['maxWireVersion']).toBeGreaterThanOrEqual(21)
    expect(hello['logicalSessionTimeoutMinutes']).toBeGreaterThan(0)
  })
  it('serves causally consistent sessions', async () => {
    const collection = await collectionOf(db, [])
    const session = client.startSession({ causalConsistency: true })
    await collection.insertOne({ _id: 1 }, { session })
    expect(await collection.findOne({ _id: 1 }, { session, readConcern: 'majority' })).toEqual({ _id: 1 })
    expect(session.operationTime).toBeDefined()
    await session.endSession()
  })
  it('takes writes that want no answer', async () => {
    const collection = await collectionOf(db, [])
    await collection.insertOne({ _id: 1 }, { writeConcern: { w: 0 } })
    for (let i = 0; i < 100 && (await collection.countDocuments()) === 0; i++)
      await new Promise((r) => setTimeout(r, 20))
    expect(await collection.countDocuments()).toBe(1)
  })
  it('that speaks another protocol is cut, and nobody else notices', async () => {
    const host = client.options.hosts[0]
    const socket = net.connect(host?.port ?? 0, host?.host ?? '')
    const closed = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}))
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await closed
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 })
  })
  it('may be opened and closed by the hundred', async () => {
    for (let round = 0; round < 4; round++) {
      const clients = Array.from(
        { length: 25 },
        () => new MongoClient(`mongodb://${String(client.options.hosts[0])}/?directConnection=true`),
      )
      await Promise.all(clients.map((one) => one.connect()))
      await Promise.all(clients.map((one) => one.close()))
    }
    expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 })
  })
})
