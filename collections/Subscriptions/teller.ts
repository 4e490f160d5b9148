import type { Payload } from 'payload'
import { createLease } from '../state/lease.ts'
import { collectNotices } from './collectNotices.ts'
import { deliver, type Way } from './deliver.ts'
import { openJournal } from './journal.ts'
import { mailWay } from './mail.ts'
import { pushWay, type PushKeys } from './push.ts'
import { spread } from './spread.ts'

export type TellerOptions = {
  /** Without it letters wait. */
  smtpUrl?: string | undefined
  from: string
  /** Without them devices are sent nothing. */
  pushKeys?: PushKeys | undefined
  everyMs?: number
  /** What goes live within so long is one letter. */
  groupMs?: number
  now?: () => Date
}

const leaseMs = 60_000
const longestPauseMs = 5 * 60_000

/**
 * Tells subscribers what has gone live, one process at a time: makes notices, gives each subscriber a message, sends
 * letters. What a crash left behind the next round, of whichever process, takes up.
 * @returns stops after the letters in hand
 */
export const startTeller = (
  payload: Payload,
  { smtpUrl, from, pushKeys, everyMs = 1_000, groupMs = 3 * 60_000, now = () => new Date() }: TellerOptions,
): (() => Promise<void>) => {
  const lease = createLease(payload, { name: 'teller', ttlMs: leaseMs })
  const mail = smtpUrl ? mailWay({ smtpUrl, from, siteUrl: payload.config.serverURL }) : null
  const ways: Way[] = [...(mail ? [mail] : []), ...(pushKeys ? [pushWay(pushKeys)] : [])]
  const journal = openJournal()
  const rests = new Map<Way, { failures: number; until: number }>()
  let isStopped = false
  let running: Promise<void> | null = null

  const isHeld = async () => !isStopped && (await lease.hold())

  const run = async (): Promise<void> => {
    try {
      if (!(await isHeld())) return
      await collectNotices(payload, { now: now(), groupMs })
      await spread(payload, { now, groupMs, isHeld })
      for (const way of ways) await useWay(way)
    } catch (err) {
      payload.logger.error({ err, msg: 'The round of messages to subscribers failed; the next one follows' })
    }
  }

  const useWay = async (way: Way): Promise<void> => {
    const { failures, until } = rests.get(way) ?? { failures: 0, until: 0 }
    if (Date.now() < until) return
    const trouble = await deliver(payload, { way, journal, now, isHeld })
    if (trouble === null) return void rests.delete(way)
    const pause = Math.min(5_000 * 2 ** failures, longestPauseMs)
    rests.set(way, { failures: failures + 1, until: Date.now() + pause })
    if (failures === 0)
      payload.logger.warn({ msg: 'Letters to subscribers wait', channel: way.channel, reason: trouble })
  }

  const timer = setInterval(() => {
    running ??= run().finally(() => (running = null))
  }, everyMs)

  return async () => {
    isStopped = true
    clearInterval(timer)
    await running
    mail?.close()
    journal.close()
    await lease.release().catch(() => {}) // the database may be gone; the lease runs out by itself
  }
}
