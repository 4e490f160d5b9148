import type { Payload, Where } from 'payload'
import { moveNumber, readNumber } from '../state/number.ts'
import { all } from '../where.ts'

const key = 'revision'

/** The newest revision all of whose rows are in place: everything up to it can be read as one. */
export const currentRevision = (payload: Payload): Promise<number> => readNumber(payload, key)

/**
 * Gives the rows that have none the next revision, all of them the same. The number counts as assigned only when every
 * row has it, so a reader of «everything up to R» never misses a row; whoever dies in between leaves rows that the next
 * round completes under the same number. Call it under the dispatcher's lease.
 * @returns the number of rows that got it
 */
export const assignRevision = async (payload: Payload): Promise<number> => {
  const [waiting, known] = await Promise.all([count(payload, pending), currentRevision(payload)])
  const next = known + 1
  const unfinished = await count(payload, { revision: { equals: next } })
  if (waiting + unfinished === 0) return 0
  if (waiting > 0)
    await payload.db.updateMany({
      collection: 'publications',
      data: { revision: next },
      where: pending,
      returning: false,
    })
  return (await moveNumber(payload, key, known, next)) ? waiting + unfinished : 0
}

/**
 * Makes rows wait again, for a new revision above `latest`: the rebuild service already knows a newer one than the
 * database (a restored copy, two dispatchers at once), so it would never build them under their old number.
 */
export const reassign = async (payload: Payload, latest: number): Promise<void> => {
  const known = await currentRevision(payload)
  await payload.db.updateMany({
    collection: 'publications',
    data: { revision: null },
    where: undelivered,
    returning: false,
  })
  if (latest > known) await moveNumber(payload, key, known, latest)
}

/** Rows whose message the rebuild service has not taken yet. */
export const undelivered = all(
  { revision: { greater_than: 0 } },
  { deliveredAt: { exists: false } },
  { status: { equals: 'queued' } },
)

const pending = all({ revision: { exists: false } }, { status: { equals: 'queued' } })

const count = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.db.count({ collection: 'publications', where })).totalDocs
