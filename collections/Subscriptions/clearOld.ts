import type { Payload } from 'payload'
import { all } from '../where.ts'
import { recordsOf } from './records.ts'
import { unconfirmedMs } from './subscriptions.schema.ts'

const keptMs = 30 * 86_400_000

/** Erases who has not confirmed in time, requests that nobody confirmed, and messages that went out a month ago. */
export const clearSubscriptions = async (payload: Payload, now = new Date()): Promise<void> => {
  const since = new Date(now.getTime() - unconfirmedMs).toISOString()
  const old = { 'requested.at': { less_than: since } }
  await payload.db.deleteMany({
    collection: 'subscribers',
    where: all({ isActive: { equals: false } }, old),
  })
  await payload.db.updateMany({
    collection: 'subscribers',
    where: old,
    data: { requested: { key: null, at: null, subjects: [], rhythm: null } },
    returning: false,
  })
  await recordsOf(payload).messages.deleteMany({
    status: { $ne: 'waiting' },
    slot: { $lt: new Date(now.getTime() - keptMs) },
  })
}
