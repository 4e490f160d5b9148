import type { PayloadRequest } from 'payload'
import { recordMany } from '../../hooks/recordMany.ts'
import { inTransaction } from '../../state/inTransaction.ts'
import type { ImportOutcome } from '../houses.schema.ts'
import { planImport, type KnownHouse } from './planImport.ts'
import type { Values } from './readRow.ts'

const shownErrors = 100
const batchSize = 500

/**
 * Brings the houses of a CSV file into the database: all of its good rows in one transaction, with one row of the outbox, or
 * none. Written in bulk past the hooks of single saves: ten thousand of those would take minutes and as many publications.
 */
export const importHouses = (
  req: PayloadRequest,
  bytes: Uint8Array,
  { isDry }: { isDry: boolean },
): Promise<ImportOutcome> =>
  inTransaction(req, async () => {
    const houses = await store(req)
    const { create, update, unchanged, errors } = planImport(bytes, {
      houses: await houses.all(),
      districts: await districtsByNumber(req),
    })
    if (!isDry && create.length + update.length > 0) {
      const ids = [...(await houses.insert(create)), ...update.map(({ id }) => id)]
      await houses.update(update)
      await recordMany(req, {
        collection: 'houses',
        title: `Дома из файла: новых ${create.length}, изменено ${update.length}`,
        ids,
      })
    }
    return {
      created: create.length,
      changed: update.length,
      unchanged,
      wrong: errors.length,
      errors: errors.slice(0, shownErrors),
      isDry,
    }
  })

/** The collection itself, within the transaction of the request. */
const store = async ({ payload, transactionID }: PayloadRequest) => {
  const model = payload.db.collections['houses']
  if (!model) throw new Error('The model has no houses')
  const session = payload.db.sessions[String(await transactionID)]
  const inSession = session ? { session } : {}
  const { ObjectId } = model.base.Types
  /** As the database holds them: relations are ids of its own type. */
  const stored = (values: Values) =>
    typeof values['district'] === 'string'
      ? { ...values, district: new ObjectId(values['district']) }
      : { ...values }

  return {
    all: async (): Promise<KnownHouse[]> =>
      (await model.collection.find({}, inSession).toArray()).map(({ _id, ...doc }) => ({
        id: String(_id),
        key: String(doc['key']),
        slug: String(doc['slug']),
        title: String(doc['title']),
        values: flat(doc),
      })),
    insert: async (rows: Values[]): Promise<string[]> => {
      const now = new Date()
      const docs = rows.map((row) => ({
        _id: new ObjectId(),
        ...nested(stored(row)),
        demo: false,
        createdAt: now,
        updatedAt: now,
      }))
      for (const batch of inBatches(docs))
        await model.collection.insertMany(batch, { ...inSession, ordered: false })
      return docs.map(({ _id }) => String(_id))
    },
    update: async (rows: { id: string; set: Values }[]): Promise<void> => {
      const updatedAt = new Date()
      const writes = rows.map(({ id, set }) => ({
        updateOne: { filter: { _id: new ObjectId(id) }, update: { $set: { ...stored(set), updatedAt } } },
      }))
      for (const batch of inBatches(writes))
        await model.collection.bulkWrite(batch, { ...inSession, ordered: false })
    },
  }
}

const districtsByNumber = async (req: PayloadRequest): Promise<Map<number, string>> => {
  const { docs } = await req.payload.find({
    collection: 'districts',
    pagination: false,
    depth: 0,
    select: { number: true },
    req,
  })
  return new Map(docs.map(({ id, number }) => [number, id]))
}

/** «pollingStation.number» and the like as an object in an object. */
const nested = (values: object): Record<string, unknown> => {
  const doc: Record<string, unknown> = {}
  const groups: Record<string, Record<string, unknown>> = {}
  for (const [path, value] of Object.entries(values)) {
    const [name = '', inner] = path.split('.')
    if (inner === undefined) doc[name] = value
    else (groups[name] ??= {})[inner] = value
  }
  return { ...doc, ...groups }
}

const flat = (doc: Record<string, unknown>): Values =>
  Object.fromEntries(
    Object.entries(doc).flatMap(([name, value]) =>
      isGroup(value)
        ? Object.entries(value).map(([inner, own]) => [`${name}.${inner}`, plain(own)])
        : [[name, plain(value)]],
    ),
  )

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** A text or a number, and of a relation its id; there is nothing else to compare. */
const plain = (value: unknown): string | number | null => {
  if (typeof value === 'number' || typeof value === 'string') return value
  return isId(value) ? value.toHexString() : null
}

const isId = (value: unknown): value is { toHexString: () => string } =>
  typeof value === 'object' && value !== null && 'toHexString' in value

function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += batchSize) yield items.slice(from, from + batchSize)
}
