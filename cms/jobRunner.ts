import type { Payload } from 'payload'
import {
  clearSubscriptions,
  countClosed,
  createLease,
  eraseOldContacts,
  eraseOldRequests,
  keepRegistrations,
  prunePublications,
  pruneSpent,
  runScheduledJobs,
  signManifests,
} from '../collections/index.ts'
import { isDatabaseAnswering } from './databaseOutage.ts'
import { overdueJobs } from './overdueJobs.ts'

const everyMs = 5000
const leaseMs = 30_000
const pruneEveryMs = 60 * 60_000

/**
 * Fires scheduled publishing and counts polls that are over, signs the day's editions of notices. Payload's own runner takes a job with a find and then an
 * update, so two of them would run it twice: a lease lets one process through. A job that is still waiting long after its time is logged (and shown on
 * the dashboard), because a queue that nobody polls fails without a sound. Once an hour it clears the old log,
 * the puzzles that have run out, the contacts of those who asked long ago and requests to join that came to nothing.
 * @returns stops the runner after the round in progress.
 */
export const startJobRunner = (payload: Payload): (() => Promise<void>) => {
  const lease = createLease(payload, { name: 'jobs', ttlMs: leaseMs })
  const reported = new Set<string>()
  let round: Promise<void> = Promise.resolve()
  let isBusy = false
  let nextPruning = 0

  const run = async () => {
    if (isBusy) return
    isBusy = true
    let renewal: ReturnType<typeof setInterval> | undefined
    try {
      if (!(await isDatabaseAnswering(payload)) || !(await lease.hold())) return
      // A long round must not lose the lease under way; a renewal that fails shows in the round itself.
      renewal = setInterval(() => void lease.hold().catch(() => {}), leaseMs / 3)
      await runScheduledJobs(payload)
      await countClosed(payload)
      await keepRegistrations(payload)
      for (const { id, waitUntil } of await overdueJobs(payload)) {
        if (reported.has(id)) continue
        reported.add(id)
        payload.logger.error({ msg: 'A scheduled job has not run in time', job: id, waitUntil })
      }
      if (Date.now() >= nextPruning) {
        await prunePublications(payload)
        await pruneSpent(payload)
        await eraseOldContacts(payload)
        await eraseOldRequests(payload)
        await clearSubscriptions(payload)
        nextPruning = Date.now() + pruneEveryMs
      }
      // Last: a damaged key must not keep the rest from its work.
      await signManifests(payload)
    } catch (err) {
      payload.logger.error({
        err,
        msg: 'The round of scheduled jobs failed; the next one is in a few seconds',
      })
    } finally {
      clearInterval(renewal)
      isBusy = false
    }
  }
  const timer = setInterval(() => void (round = run()), everyMs)
  round = run()

  return async () => {
    clearInterval(timer)
    await round
    if (await isDatabaseAnswering(payload, 1000)) await lease.release()
  }
}
