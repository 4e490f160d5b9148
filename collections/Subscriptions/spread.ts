import type { Payload } from 'payload'
import { openSlot } from './collectNotices.ts'
import { nextDigest } from './slots.ts'
import { recordsOf, type NoticeRecord } from './records.ts'

const atOnce = 1_000

/**
 * Gives every subscriber of a notice a message. A batch and the place in the list of subscribers are written in one
 * transaction: a crash goes on where it stopped, and nobody gets two.
 */
export const spread = async (
  payload: Payload,
  { now, groupMs, isHeld }: { now: () => Date; groupMs: number; isHeld: () => Promise<boolean> },
): Promise<void> => {
  const { notices } = recordsOf(payload)
  for (const notice of await notices.find({ isSpread: false }).sort({ _id: 1 }).toArray()) {
    let isSpread = false
    while (!isSpread && (await isHeld()))
      isSpread = await spreadSome(payload, notice, { now: now(), groupMs })
  }
}

const spreadSome = async (
  payload: Payload,
  notice: NoticeRecord,
  { now, groupMs }: { now: Date; groupMs: number },
): Promise<boolean> => {
  const { notices, messages, subscribers, objectId } = recordsOf(payload)
  const after = notice.spreadTo ? { _id: { $gt: objectId(notice.spreadTo) } } : {}
  const found = await subscribers
    .find({ isActive: true, subjects: { $in: notice.subjects }, ...after })
    .project<{ _id: { toString: () => string }; rhythm: string; channel: string }>({ rhythm: 1, channel: 1 })
    .sort({ _id: 1 })
    .limit(atOnce)
    .toArray()
  // A letter is closed when its moment has come: one that went is never added to.
  const slot = notice.slot > now ? notice.slot : new Date(await openSlot(payload, { now, groupMs }))
  const slots: Record<string, Date> = {
    now: slot,
    daily: nextDigest('daily', now),
    weekly: nextDigest('weekly', now),
  }
  const batch = found.map(({ _id, rhythm, channel }) => {
    const due = slots[rhythm] ?? slot
    return {
      subscriber: _id.toString(),
      notice: notice.key,
      channel,
      slot: due,
      dueAt: due,
      status: 'waiting',
      attempts: 0,
    }
  })
  const isSpread = found.length < atOnce
  const spreadTo = found.at(-1)?._id.toString() ?? notice.spreadTo ?? null
  const session = await payload.db.connection.startSession()
  try {
    await session.withTransaction(async () => {
      if (batch.length > 0) await messages.insertMany(batch, { session })
      await notices.updateOne({ _id: notice._id }, { $set: { spreadTo, isSpread, slot } }, { session })
    })
  } finally {
    await session.endSession()
  }
  Object.assign(notice, { spreadTo, slot })
  return isSpread
}
