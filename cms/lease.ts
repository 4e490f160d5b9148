import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

/** Several CMS processes may run behind a balancer; work that must happen once is done by the holder of a lease. */
export type Lease = { hold: () => Promise<boolean>; release: () => Promise<void> }

type Options = { name: string; ttlMs: number; now?: () => number }

/**
 * A lease in the database, one document per name. `hold()` takes or prolongs it; a holder that died loses it after
 * `ttlMs`. Two takers cannot both win: the unique `_id` refuses the second.
 */
export const createLease = (payload: Payload, { name, ttlMs, now = Date.now }: Options): Lease => {
  const holder = randomUUID()
  const leases = payload.db.connection.collection<{ _id: string; holder: string; until: Date }>(
    'portal-leases',
  )
  return {
    hold: async () => {
      const at = now()
      try {
        const held = await leases.findOneAndUpdate(
          { _id: name, $or: [{ holder }, { until: { $lt: new Date(at) } }] },
          { $set: { holder, until: new Date(at + ttlMs) } },
          { upsert: true, returnDocument: 'after' },
        )
        return held?.holder === holder
      } catch (error) {
        if (isDuplicate(error)) return false // somebody else holds it: the upsert met their document
        throw error
      }
    },
    release: async () => {
      await leases.deleteOne({ _id: name, holder })
    },
  }
}

const isDuplicate = (error: unknown) => error instanceof Error && 'code' in error && error.code === 11000
