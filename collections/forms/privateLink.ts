import type { Payload, PayloadRequest } from 'payload'
import { isSame, keyed } from './keys.ts'

type Keys = Pick<Payload, 'secret'>

/**
 * The token of a private link to a record of somebody without an account. It is computed and stored nowhere; it ends with
 * the record.
 */
export const privateToken = (payload: Keys, purpose: string, id: string): string =>
  `${id}${keyed(payload, purpose, id)}`

/** The record's id; null when the token is not one of ours. */
export const idOfPrivateToken = (payload: Keys, purpose: string, token: string): string | null => {
  const id = token.slice(0, 24)
  return /^[0-9a-f]{24}$/.test(id) && isSame(privateToken(payload, purpose, id), token) ? id : null
}

/** The `:token` of an endpoint's path. */
export const tokenOf = ({ routeParams }: PayloadRequest): string => {
  const token = routeParams?.['token']
  return typeof token === 'string' ? token : ''
}
