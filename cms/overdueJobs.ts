import type { Payload } from 'payload'

/** A job this late is not «about to run»: the runner looks every few seconds. */
export const overdueAfterMs = 2 * 60_000

/** Scheduled jobs that should have run by now, oldest first. */
export const overdueJobs = async (payload: Payload, now = new Date()) => {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    // Staff see the list on the dashboard only as a warning; jobs themselves are not readable by anyone.
    overrideAccess: true,
    depth: 0,
    limit: 20,
    sort: 'waitUntil',
    where: {
      and: [
        { completedAt: { exists: false } },
        { waitUntil: { less_than: new Date(now.getTime() - overdueAfterMs).toISOString() } },
      ],
    },
  })
  return docs.map(({ id, waitUntil }) => ({ id: String(id), waitUntil: waitUntil ?? null }))
}
