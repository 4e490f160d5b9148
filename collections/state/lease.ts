import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { all, any } from '../where.ts'
import { createOnce } from './createOnce.ts'

/** Several CMS processes may run behind a balancer; work that must happen once is done by the holder of a lease. */
export type Lease = { hold: () => Promise<boolean>; release: () => Promise<void> }

type LeaseOptions = { name: string; ttlMs: number; now?: () => Date }

/**
 * A lease in the database, one record per name. `hold()` takes or prolongs it; a holder that died loses it after
 * `ttlMs`. Two takers cannot both win: one update finds the record free, and the unique key refuses a second record.
 */
export const createLease = (
  payload: Payload,
  { name, ttlMs, now = () => new Date() }: LeaseOptions,
): Lease => {
  const owner = randomUUID()
  const key = `lease:${name}`
  return {
    hold: async () => {
      const expiresAt = new Date(now().getTime() + ttlMs).toISOString()
      const free = any({ owner: { equals: owner } }, { expiresAt: { less_than: now().toISOString() } })
      const where = all({ key: { equals: key } }, free)
      const held = await payload.db.updateOne({
        collection: 'portal-state',
        data: { owner, expiresAt },
        where,
      })
      return held !== null || createOnce(payload, { key, owner, expiresAt })
    },
    release: async () => {
      const where = all({ key: { equals: key } }, { owner: { equals: owner } })
      await payload.db.deleteMany({ collection: 'portal-state', where })
    },
  }
}
