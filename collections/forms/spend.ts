import type { Payload } from 'payload'

/** Uses a token up; false when somebody has before. The unique key decides, whichever process asks. */
export const spend = async (
  payload: Payload,
  { key, expiresAt }: { key: string; expiresAt: Date },
): Promise<boolean> => {
  try {
    await payload.db.create({
      collection: 'spent-tokens',
      data: { key, expiresAt: expiresAt.toISOString() },
    })
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return false
    throw error
  }
}

/** Forgets what has run out. */
export const pruneSpent = (payload: Payload, now = new Date()): Promise<void> =>
  payload.db.deleteMany({
    collection: 'spent-tokens',
    where: { expiresAt: { less_than: now.toISOString() } },
  })
