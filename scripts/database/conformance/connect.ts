import { MongoClient, type Collection, type Db, type Document } from 'mongodb'
import { inject } from 'vitest'
import { withDatabaseName } from '../index.ts'

/** A client on a database of this test file's own, emptied first. Close the client when done. */
export async function connect(name: string): Promise<{ client: MongoClient; db: Db; isEmbedded: boolean }> {
  const url = withDatabaseName(inject('databaseUrl'), `conformance_${name}`)
  const client = await new MongoClient(url).connect()
  const db = client.db()
  await db.dropDatabase()
  const { embeddedEngine } = await db.admin().command({ buildInfo: 1 })
  return { client, db, isEmbedded: embeddedEngine !== undefined }
}

/** The documents of these tests name their own ids. */
export interface Row extends Document {
  _id: string | number
}

/** A fresh collection with the documents given, in that order. */
export async function collectionOf(db: Db, documents: Row[]): Promise<Collection<Row>> {
  const collection = db.collection<Row>(`c${counter++}`)
  if (documents.length) await collection.insertMany(documents)
  return collection
}

let counter = 0

/** The ids a filter finds, in order of _id: how most of these tests look at a result. */
export async function idsOf(collection: Collection<Row>, filter: Document): Promise<unknown[]> {
  const found = await collection.find(filter, { projection: { _id: 1 }, sort: { _id: 1 } }).toArray()
  return found.map(({ _id }) => _id)
}

/** The code of the error a promise fails with; fails itself if there is none. */
export async function codeOf(promise: Promise<unknown>): Promise<number | undefined> {
  return (await failure(promise)).code
}

export interface MongoFailure {
  code?: number
  message: string
  keyPattern?: Document
  keyValue?: Document
  hasErrorLabel?(label: string): boolean
}

export async function failure(promise: Promise<unknown>): Promise<MongoFailure> {
  let result: unknown
  try {
    result = await promise
  } catch (error) {
    return error as MongoFailure // what the driver throws has these fields
  }
  throw new Error(`expected an error, got ${JSON.stringify(result)}`)
}
