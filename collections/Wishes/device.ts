import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { isSame, keyed } from '../forms/keys.ts'

const cookieName = 'portal-device'
const purpose = 'device'

/**
 * The anonymous name of a device: random, signed, given at its first support and sent back to these endpoints only.
 * `cookie` is what the answer must set when the device had none.
 */
export const deviceOf = (req: PayloadRequest): { device: string; cookie?: string } => {
  const known = signedDevice(req)
  if (known) return { device: known }
  const device = randomBytes(16).toString('base64url')
  const isHttps = req.payload.config.serverURL.startsWith('https:')
  const parts = [
    `${cookieName}=${device}.${keyed(req.payload, purpose, device)}`,
    'Path=/api/wishes',
    'Max-Age=31536000',
    'HttpOnly',
    'SameSite=Lax',
    ...(isHttps ? ['Secure'] : []),
  ]
  return { device, cookie: parts.join('; ') }
}

const signedDevice = (req: PayloadRequest): string | null => {
  const pattern = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)\\.([\\w-]+)`)
  const [, device, signature] = pattern.exec(req.headers.get('cookie') ?? '') ?? []
  return device && signature && isSame(keyed(req.payload, purpose, device), signature) ? device : null
}
