import type { PayloadRequest } from 'payload'
import { createOnce } from '../state/createOnce.ts'
import { dayOf } from './clock.schema.ts'

/** «2026-17»: the next number of the year, in the transaction of the question that gets it, so that none is lost. */
export const nextNumber = async (req: PayloadRequest, now: Date): Promise<string> => {
  const year = dayOf(now).slice(0, 4)
  const key = `questions:${year}`
  const taken = await take(req, key)
  if (taken === null) throw new Error(`The counter ${key} is missing: beginYear makes it`)
  return `${year}-${taken}`
}

/** Makes the counter of the year. Outside of a transaction: others must see it at once. */
export const beginYear = async ({ payload }: PayloadRequest, now: Date): Promise<void> => {
  await createOnce(payload, { key: `questions:${dayOf(now).slice(0, 4)}`, number: 0 })
}

const take = async (req: PayloadRequest, key: string): Promise<number | null> => {
  const counter: unknown = await req.payload.db.updateOne({
    collection: 'portal-state',
    where: { key: { equals: key } },
    data: { number: { $inc: 1 } },
    req,
  })
  return typeof counter === 'object' && counter && 'number' in counter && typeof counter.number === 'number'
    ? counter.number
    : null
}
