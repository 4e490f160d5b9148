import type { PayloadRequest } from 'payload'
import { createOnce } from './createOnce.ts'

/** Makes the counter of a series. Outside of a transaction: others must see it at once. */
export const beginSeries = async ({ payload }: PayloadRequest, series: string): Promise<void> => {
  await createOnce(payload, { key: series, number: 0 })
}

/** The next number of a series, 1 first, in the transaction of what gets it: none is given twice, none is lost. */
export const nextNumber = async (req: PayloadRequest, series: string): Promise<number> => {
  const counter: unknown = await req.payload.db.updateOne({
    collection: 'portal-state',
    where: { key: { equals: series } },
    data: { number: { $inc: 1 } },
    req,
  })
  if (typeof counter === 'object' && counter && 'number' in counter && typeof counter.number === 'number')
    return counter.number
  throw new Error(`The counter ${series} is missing: beginSeries makes it`)
}
