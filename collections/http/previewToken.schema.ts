import { createHmac, timingSafeEqual } from 'node:crypto'

/** A link to a draft works for half an hour. */
export const previewLifetimeMs = 30 * 60_000

/**
 * Token of a preview address, /preview/<token>: names one document and its expiry, and cannot be made without the
 * secret. Safe in a URL.
 */
export const signPreviewToken = ({ collection, id, secret, now }: TokenInput): string => {
  const claims: Claims = { collection, id, expiresAt: now.getTime() + previewLifetimeMs }
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${payload}.${seal(payload, secret)}`
}

/** The document a token names, or why it is refused: `invalid` (not ours) or `expired`. */
export const verifyPreviewToken = ({
  token,
  secret,
  now,
}: VerifyInput): PreviewTarget | 'invalid' | 'expired' => {
  const [payload, signature, ...rest] = token.split('.')
  if (!payload || !signature || rest.length > 0) return 'invalid'
  const expected = Buffer.from(seal(payload, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'invalid'
  // The seal proves that signPreviewToken wrote this payload.
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
  return claims.expiresAt < now.getTime() ? 'expired' : { collection: claims.collection, id: claims.id }
}

export type PreviewTarget = { collection: string; id: string }

type Claims = PreviewTarget & { expiresAt: number }
type TokenInput = PreviewTarget & { secret: string; now: Date }
type VerifyInput = { token: string; secret: string; now: Date }

// The prefix keeps a preview seal from passing for any other HMAC made with the same secret.
const seal = (payload: string, secret: string): string =>
  createHmac('sha256', secret).update(`preview:${payload}`).digest('base64url')
