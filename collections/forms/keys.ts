import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'

/** A keyed hash, base64url. Each purpose has a key of its own, made from the portal's secret. */
export const keyed = (payload: Pick<Payload, 'secret'>, purpose: string, text: string): string => {
  const key = createHmac('sha256', payload.secret).update(`portal:${purpose}`).digest()
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares two hashes without telling by its time where they differ. */
export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
