import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { cookieHeader, readCookie } from './cookies.ts'
import { isSame, keyed } from './keys.ts'

/** For what a device is told apart: each purpose has a cookie and a key of its own, so that nothing joins two of them. */
export type DeviceScope = { cookie: string; purpose: string; path: string; seconds: number }

/**
 * The anonymous name of a device: random, signed, given when it is first needed and sent back to the endpoints of its
 * purpose only. `cookie` is what the answer must set when the device had none.
 */
export const deviceOf = (
  req: PayloadRequest,
  { cookie: name, purpose, path, seconds }: DeviceScope,
): { device: string; cookie?: string } => {
  const [known = '', signature = ''] = readCookie(req, name).split('.')
  if (known && isSame(keyed(req.payload, purpose, known), signature)) return { device: known }
  const device = randomBytes(16).toString('base64url')
  const value = `${device}.${keyed(req.payload, purpose, device)}`
  return { device, cookie: cookieHeader(req.payload.config, { name, value, path, seconds }) }
}
