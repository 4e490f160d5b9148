import type { Payload } from 'payload'
import { all } from '../where.ts'
import { createOnce } from './createOnce.ts'

/** A number of the portal's own, 0 before it was first set. */
export const readNumber = async (payload: Payload, key: string): Promise<number> => {
  const state = await payload.db.findOne<{ id: string; number?: number }>({
    collection: 'portal-state',
    where: { key: { equals: key } },
  })
  return state?.number ?? 0
}

/** Sets the number if it still is `from`; false when somebody else was faster. */
export const moveNumber = async (
  payload: Payload,
  key: string,
  from: number,
  to: number,
): Promise<boolean> => {
  const where = all({ key: { equals: key } }, { number: { equals: from } })
  const moved = await payload.db.updateOne({ collection: 'portal-state', data: { number: to }, where })
  return moved !== null || (from === 0 && createOnce(payload, { key, number: to }))
}
