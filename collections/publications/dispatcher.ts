import type { Payload } from 'payload'
import { createLease } from '../state/lease.ts'
import { assignRevision, reassign, undelivered } from './assignRevision.ts'
import { rebuildUrl } from './rebuildService.ts'
import { sendPublish, type Change } from './sendPublish.ts'
import { troubleLog } from './troubleLog.ts'
import { onWake } from './wake.ts'

export type DispatcherOptions = {
  /** Where publish messages go; default: REBUILD_URL, else the local service. */
  rebuildUrl?: string
  rebuildSecret?: string
  fetch?: typeof fetch
  clock?: () => Date
  /** How often it looks for rows left behind, in milliseconds. */
  sweepMs?: number
  /** The first pause after a failed delivery; it doubles up to a minute. */
  retryMs?: number
}

const longestPauseMs = 60_000

/**
 * Carries the outbox to the rebuild service: woken by every commit, by a timer for rows that a crash left behind, and
 * once at the start. Of several CMS processes one at a time does it (a lease). A message that is not taken waits in the
 * outbox, visible as queued, and is sent again with growing pauses.
 * @returns stops it and waits for the round in progress
 */
export const startDispatcher = (payload: Payload, options: DispatcherOptions = {}): (() => Promise<void>) => {
  const { clock = () => new Date(), sweepMs = 2000, retryMs = 1000 } = options
  const lease = createLease(payload, { name: 'dispatcher', ttlMs: 30_000, now: clock })
  const trouble = troubleLog(payload, 'The dispatcher of publications')
  let isStopped = false
  let isAskedAgain = false
  let running: Promise<void> | null = null
  let failures = 0
  let notBefore = 0

  const round = async (): Promise<void> => {
    if (clock().getTime() < notBefore || !(await lease.hold())) return
    const reason = await deliver(payload, options)
    failures = reason === null ? 0 : failures + 1
    notBefore =
      reason === null ? 0 : clock().getTime() + Math.min(retryMs * 2 ** (failures - 1), longestPauseMs)
    if (reason !== null && (failures === 1 || failures % 10 === 0))
      payload.logger.warn({
        msg: 'The publish message was not taken; it will be sent again',
        reason,
        failures,
      })
  }

  const wake = (): void => {
    if (isStopped) return
    isAskedAgain = true
    running ??= run().finally(() => (running = null))
  }

  const run = async (): Promise<void> => {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false
      await round().then(trouble.worked, trouble.failed)
    }
  }

  const unwrap = wakeAfterCommit(payload, wake)
  onWake(wake)
  const timer = setInterval(wake, sweepMs)
  wake()

  return async () => {
    isStopped = true
    clearInterval(timer)
    onWake(undefined)
    unwrap()
    await running
    // The next process need not wait for the lease to expire; without a database there is nothing to give back.
    await lease.release().catch(() => {})
  }
}

/** One round: number what waits, then send what has not been taken. Null when nothing is left, else the reason. */
const deliver = async (payload: Payload, options: DispatcherOptions): Promise<string | null> => {
  await assignRevision(payload)
  const { docs } = await payload.find({
    collection: 'publications',
    where: undelivered,
    sort: ['revision', 'requestedAt'],
    pagination: false,
    depth: 0,
    // The portal's own worker reads its outbox.
    overrideAccess: true,
  })
  const revision = docs.at(-1)?.revision
  if (typeof revision !== 'number') return null
  // One message for all of them: the newest revision includes the older ones.
  const delivery = await sendPublish({
    url: options.rebuildUrl ?? rebuildUrl(),
    secret: options.rebuildSecret ?? process.env['REBUILD_SECRET'] ?? '',
    message: { revision, changes: changesOf(docs), sentAt: (options.clock?.() ?? new Date()).toISOString() },
    fetch: options.fetch ?? fetch,
  })
  if (delivery.outcome === 'failed') return delivery.reason
  if (delivery.outcome === 'outdated') {
    await reassign(payload, delivery.latestRevision)
    return `ревизия ${revision} устарела: у службы сборки уже ${delivery.latestRevision}`
  }
  await payload.db.updateMany({
    collection: 'publications',
    data: { deliveredAt: new Date().toISOString() },
    where: { id: { in: docs.map(({ id }) => id) } },
    returning: false,
  })
  return null
}

/** Each changed document once, in the order of the first change. */
const changesOf = (rows: { collectionSlug: string; documentId: string }[]): Change[] => {
  const changes = new Map(rows.map((row) => [`${row.collectionSlug}/${row.documentId}`, row]))
  return [...changes.values()].map((row) => ({ collection: row.collectionSlug, id: row.documentId }))
}

/** Calls `wake` after every commit of the database adapter: only then does a row of the outbox exist for others. */
const wakeAfterCommit = (payload: Payload, wake: () => void): (() => void) => {
  const { db } = payload
  const original = db.commitTransaction
  db.commitTransaction = async (...args) => {
    await original.apply(db, args)
    wake()
  }
  return () => {
    db.commitTransaction = original
  }
}
