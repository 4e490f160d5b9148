import type { IncomingMessage } from 'node:http'

type Limit = { max: number; windowMs: number; now?: () => number }

/**
 * Counts requests per key in fixed windows, in memory: enough against guessing passwords on one process; the lockout
 * of the account itself lives in the database.
 * @returns seconds to wait, or 0 when the request may pass.
 */
export const createRateLimit = ({ max, windowMs, now = Date.now }: Limit) => {
  let windowStart = now()
  let counts = new Map<string, number>()
  return (key: string) => {
    if (now() - windowStart >= windowMs) {
      windowStart = now()
      counts = new Map() // a new window forgets everybody: memory stays bounded by one window's visitors
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count > max ? Math.ceil((windowStart + windowMs - now()) / 1000) : 0
  }
}

/**
 * The visitor's address. A reverse proxy on this machine adds the address it saw at the end of X-Forwarded-For; from
 * any other peer the header is the visitor's own claim and is not believed.
 */
export const clientAddress = (req: IncomingMessage) => {
  const peer = req.socket.remoteAddress ?? ''
  if (!/^(127\.|::1$|::ffff:127\.)/.test(peer)) return peer
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
  return forwarded.split(',').at(-1)?.trim() || peer
}
