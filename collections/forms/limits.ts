import { isIPv4, isIPv6 } from 'node:net'
import type { Payload, PayloadRequest } from 'payload'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import { addressHeader } from '../http/address.schema.ts'
import { keyed } from './keys.ts'

/** So many at a time from one neighbourhood of addresses; counted in the database, so that all processes count together. */
export type Limit = { name: string; points: number; seconds: number }

/**
 * Counts one request. The address itself is not kept: only a keyed hash of its neighbourhood (a /24, a /56), under a
 * key that changes each day.
 * @returns seconds to wait; 0 when it may pass
 */
export const takePoint = async (
  req: PayloadRequest,
  limit: Limit,
  who = neighbourhood(req),
): Promise<number> => {
  const day = new Date().toISOString().slice(0, 10)
  try {
    await limiterOf(req.payload, limit).consume(keyed(req.payload, `limit ${day}`, who))
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}

/** «95.24.1.0/24»: what one household, office or operator's gate shares. */
export const neighbourhood = (req: PayloadRequest): string => {
  const address = req.headers.get(addressHeader)?.replace(/^::ffff:(?=\d+\.)/, '') ?? ''
  if (isIPv4(address)) return address.split('.').slice(0, 3).join('.')
  if (isIPv6(address)) return expanded(address).slice(0, 14)
  return 'unknown'
}

/** Eight groups of four digits. */
const expanded = (address: string): string => {
  const [head = '', tail] = address.split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const [before, after] = [groups(head), groups(tail ?? '')]
  const middle = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...middle, ...after].map((group) => group.padStart(4, '0')).join(':')
}

const limiters = new WeakMap<Payload, Map<string, RateLimiterMongo>>()

const limiterOf = (payload: Payload, { name, points, seconds }: Limit): RateLimiterMongo => {
  const known = limiters.get(payload) ?? new Map<string, RateLimiterMongo>()
  limiters.set(payload, known)
  const limiter =
    known.get(name) ??
    new RateLimiterMongo({
      storeClient: payload.db.connection.getClient(),
      dbName: payload.db.connection.name,
      tableName: 'form-limits',
      keyPrefix: name,
      points,
      duration: seconds,
      // Known to be over the limit: refused without asking the database.
      inMemoryBlockOnConsumed: points + 1,
    })
  known.set(name, limiter)
  return limiter
}
