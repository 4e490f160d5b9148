import type { Payload } from 'payload'
import { moveNumber, readNumber } from '../state/number.ts'
import { all } from '../where.ts'

const keptMs = 90 * 86_400_000
const key = 'prunedRevision'

/** The newest revision of which rows are gone: what changed before it can no longer be told from the log. */
export const prunedRevision = (payload: Payload): Promise<number> => readNumber(payload, key)

/**
 * Forgets what has been on the site for 90 days. Failed rows and those not yet live stay: they ask for somebody. Only
 * one process may do so at a time (hold a lease).
 * @returns the number of rows it deleted
 */
export const prunePublications = async (payload: Payload, now = new Date()): Promise<number> => {
  const old = all(
    { status: { equals: 'live' } },
    { requestedAt: { less_than: new Date(now.getTime() - keptMs).toISOString() } },
  )
  const { docs, totalDocs } = await payload.find({
    collection: 'publications',
    where: old,
    sort: '-revision',
    limit: 1,
    depth: 0,
    // The portal's own worker clears its log.
    overrideAccess: true,
  })
  const newest = docs[0]
  if (!newest) return 0
  // Said before it is done: a reader of «what changed since» must never meet a log with silent holes.
  const known = await prunedRevision(payload)
  const revision = newest.revision ?? 0
  if (revision > known && !(await moveNumber(payload, key, known, revision))) return 0
  await payload.db.deleteMany({ collection: 'publications', where: old })
  return totalDocs
}
