import { hash } from 'node:crypto'
import { createTransport, type Transporter } from 'nodemailer'
import type { Payload } from 'payload'
import { createLease } from '../state/lease.ts'
import { all } from '../where.ts'

type Options = {
  /** smtp://user:password@host:587, smtps://… */
  smtpUrl: string
  /** «Портал Люберец <portal@example.org>» */
  from: string
  everyMs?: number
}

type Letter = { id: string; key: string; to: string; subject: string; text: string; attempts: number }

const leaseMs = 60_000
const atOnce = 20
/** After so many pauses a letter is given up. */
const pausesMs = [60_000, 5 * 60_000, 30 * 60_000, 3 * 3_600_000, 12 * 3_600_000, 24 * 3_600_000]

/**
 * Sends the letters that wait, one process at a time. A letter is marked after the mail server has taken it, so a crash in
 * between sends it again under the same Message-ID, by which mail programs show it once.
 * @returns stops after the letter in hand
 */
export const startPostman = (
  payload: Payload,
  { smtpUrl, from, everyMs = 2_000 }: Options,
): (() => Promise<void>) => {
  const lease = createLease(payload, { name: 'postman', ttlMs: leaseMs })
  const transport = createTransport(smtpUrl)
  let round: Promise<void> | null = null
  let isStopped = false

  const run = async () => {
    try {
      for (const letter of await dueLetters(payload)) {
        if (isStopped || !(await lease.hold())) return
        await deliver(payload, { letter, transport, from })
      }
    } catch (err) {
      payload.logger.error({ err, msg: 'The round of letters failed; the next one is in a few seconds' })
    }
  }
  const timer = setInterval(() => {
    round ??= run().finally(() => (round = null))
  }, everyMs)

  return async () => {
    isStopped = true
    clearInterval(timer)
    await round
    transport.close()
    await lease.release().catch(() => {}) // the database may be gone; the lease runs out by itself
  }
}

const dueLetters = async (payload: Payload): Promise<Letter[]> => {
  const { docs } = await payload.db.find<Letter>({
    collection: 'letters',
    where: all({ status: { equals: 'waiting' } }, { dueAt: { less_than_equal: new Date().toISOString() } }),
    sort: 'dueAt',
    limit: atOnce,
    pagination: false,
  })
  return docs
}

type Delivery = { letter: Letter; transport: Transporter; from: string }

const deliver = async (payload: Payload, { letter, transport, from }: Delivery): Promise<void> => {
  const { id, key, to, subject, text, attempts } = letter
  const change = (data: Record<string, unknown>) =>
    payload.db.updateOne({ collection: 'letters', where: { id: { equals: id } }, data })
  try {
    const messageId = `<${hash('sha256', `${id} ${key}`, 'base64url').slice(0, 24)}@portal>`
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (err) {
    const pause = pausesMs[attempts]
    // Only the kind of failure: the server's words may hold the address.
    const error = err instanceof Error && 'code' in err ? String(err.code) : 'unknown'
    payload.logger.error({ msg: 'A letter was not sent', key, attempts: attempts + 1, error })
    await change({
      attempts: attempts + 1,
      error,
      ...(pause === undefined
        ? { ...erased, status: 'failed' }
        : { dueAt: new Date(Date.now() + pause).toISOString() }),
    })
    return
  }
  await change({ ...erased, status: 'sent', attempts: attempts + 1, error: null })
}

const erased = { to: null, subject: null, text: null }
