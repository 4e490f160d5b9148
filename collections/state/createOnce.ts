import type { Payload } from 'payload'

/** Makes the record of a key unless there is one; false when there is. */
export const createOnce = async (
  payload: Payload,
  data: { key: string } & Record<string, unknown>,
): Promise<boolean> => {
  const where = { key: { equals: data.key } }
  const { totalDocs } = await payload.db.count({ collection: 'portal-state', where })
  if (totalDocs > 0) return false
  try {
    await payload.db.create({ collection: 'portal-state', data })
    return true
  } catch (error) {
    // The unique key met somebody else's record, made between the two statements.
    if (error instanceof Error && error.name === 'ValidationError') return false
    throw error
  }
}
