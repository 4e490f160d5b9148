import { createHmac, timingSafeEqual } from 'node:crypto'

/** Header of every signed message between the CMS and the rebuild service. */
export const signatureHeader = 'x-portal-signature'

/** A message older than this is refused, so that a recorded one cannot be used later. */
export const signatureMaxAgeMs = 5 * 60_000

/** Value of the header for a raw body: `sha256=<hex HMAC-SHA256>`. */
export const sign = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** Whether the header belongs to the raw body; takes the same time for every wrong signature. */
export const isSignatureValid = ({ body, header, secret }: SignedMessage): boolean => {
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(header ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether `sentAt` (ISO) lies within the accepted age, in either direction (clocks differ). */
export const isFresh = (sentAt: string, now: Date): boolean => {
  const age = Math.abs(now.getTime() - Date.parse(sentAt))
  return age <= signatureMaxAgeMs
}

type SignedMessage = { body: string; header: string | null | undefined; secret: string }
