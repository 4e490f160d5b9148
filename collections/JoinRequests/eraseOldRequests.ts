import type { Payload } from 'payload'
import { all } from '../where.ts'

/** The purpose is reached with the decision (152-ФЗ, ст. 21 ч. 4: destroyed within 30 days). */
const declinedDays = 30
/** Nobody has decided: so long a request may wait. */
const undecidedDays = 180

const dayMs = 86_400_000

/** Erases requests that came to nothing. Those of members stay while they are members: editors delete them. */
export const eraseOldRequests = async (payload: Payload, now = new Date()): Promise<void> => {
  const before = (days: number) => ({ less_than: new Date(now.getTime() - days * dayMs).toISOString() })
  await payload.delete({
    collection: 'join-requests',
    where: {
      or: [
        all({ status: { equals: 'declined' } }, { decidedAt: before(declinedDays) }),
        all({ status: { equals: 'new' } }, { consentAt: before(undecidedDays) }),
      ],
    },
    // The portal itself, not somebody with a role.
    overrideAccess: true,
  })
}
