import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { keyed } from '../forms/keys.ts'
import { idOfPrivateToken, privateToken } from '../forms/privateLink.ts'
import { subscriptionPaths } from './subscriptions.schema.ts'

type Keys = Pick<Payload, 'secret'>

/** The key under which an address is known: one subscriber each. */
export const addressKey = (payload: Keys, address: string): string =>
  keyed(payload, 'told address', address.trim().toLowerCase())

/** A link that is good once: the token goes into the letter, its keyed hash into the database. */
export const confirmToken = (payload: Keys): { token: string; key: string } => {
  const token = randomBytes(24).toString('base64url')
  return { token, key: confirmKey(payload, token) }
}

export const confirmKey = (payload: Keys, token: string): string => keyed(payload, 'told confirm', token)

const own = 'told own'

/** A subscriber's own link, in each of their letters; it ends with the subscriber's record. */
export const ownToken = (payload: Keys, id: string): string => privateToken(payload, own, id)

/** The subscriber's id; null when the token is not one of ours. */
export const idOfToken = (payload: Keys, token: string): string | null =>
  idOfPrivateToken(payload, own, token)

export const ownLinks = (payload: Payload, id: string) => {
  const token = ownToken(payload, id)
  const address = (path: string) => new URL(`${path}${token}`, payload.config.serverURL).href
  return { mine: address(subscriptionPaths.mine), stop: address(subscriptionPaths.stop) }
}
