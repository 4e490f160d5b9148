import type { Payload, Where } from 'payload'
import { all, any } from '../where.ts'
import { createOnce } from './createOnce.ts'
import { isDeadHere, ownerName } from './leaseOwner.ts'

/** Several CMS processes may run behind a balancer; work that must happen once is done by the holder of a lease. */
export type Lease = { hold: () => Promise<boolean>; release: () => Promise<void> }

type LeaseOptions = { name: string; ttlMs: number; now?: () => Date }

/**
 * A lease in the database, one record per name. `hold()` takes or prolongs it; a holder that died loses it after
 * `ttlMs`, or at once to a process of the same machine: after a crash publishing goes on in seconds. Two takers cannot
 * both win: one update finds the record free, and the unique key refuses a second record.
 */
export const createLease = (
  payload: Payload,
  { name, ttlMs, now = () => new Date() }: LeaseOptions,
): Lease => {
  const owner = ownerName()
  const key = `lease:${name}`
  let heldUntil = 0

  const take = async (expiresAt: string): Promise<boolean> => {
    const takeIf = async (free: Where) =>
      (await payload.db.updateOne({
        collection: 'portal-state',
        data: { owner, expiresAt },
        where: all({ key: { equals: key } }, free),
      })) !== null
    const expired = { expiresAt: { less_than: now().toISOString() } }
    if (await takeIf(any({ owner: { equals: owner } }, expired))) return true
    const holder = await holderOf(payload, key)
    if (holder === null) return createOnce(payload, { key, owner, expiresAt })
    return isDeadHere(holder) && takeIf({ owner: { equals: holder } })
  }

  return {
    hold: async () => {
      // Nobody can take it before it runs out, so it is prolonged only when half of its time is over.
      if (heldUntil - now().getTime() > ttlMs / 2) return true
      const until = now().getTime() + ttlMs
      const isHeld = await take(new Date(until).toISOString())
      heldUntil = isHeld ? until : 0
      return isHeld
    },
    release: async () => {
      heldUntil = 0
      const where = all({ key: { equals: key } }, { owner: { equals: owner } })
      await payload.db.deleteMany({ collection: 'portal-state', where })
    },
  }
}

const holderOf = async (payload: Payload, key: string): Promise<string | null> => {
  const where = { key: { equals: key } }
  const record = await payload.db.findOne<{ id: string; owner?: string | null }>({
    collection: 'portal-state',
    where,
  })
  return record ? (record.owner ?? '') : null
}
