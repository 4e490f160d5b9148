import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { cookieHeader, readCookie } from '../forms/cookies.ts'
import { isSame, keyed } from '../forms/keys.ts'
import type { PollLevel } from './pollRules.schema.ts'

/**
 * What a browser shows to vote, in a cookie that no script reads. `voter` is whom the mark is made of: a random number of
 * the device, or a keyed hash of the confirmed address. `secret` is a second random number that the server never keeps: of
 * it the receipt of a form without script is made, so that nothing in the database leads from a mark to a ballot.
 */
export type Credential = { voter: string; secret: string }

type For = { level: PollLevel; poll: string }
type Signing = { secret: string; config: { serverURL: string } }

export const newDevice = (): Credential => ({ voter: random(), secret: random() })

export const confirmedVoter = (voter: string): Credential => ({ voter, secret: random() })

/** The credential of a request for this poll; null when there is none or its signature is not ours. */
export const credentialOf = (req: PayloadRequest, scope: For): Credential | null => {
  const [voter = '', secret = '', given = ''] = readCookie(req, cookieName(scope)).split('.')
  const isOurs = voter !== '' && isSame(signature(req.payload, scope, { voter, secret }), given)
  return isOurs ? { voter, secret } : null
}

/** The header that gives a credential to the browser. */
export const setCredential = (payload: Signing, scope: For, credential: Credential): string => {
  const value = [credential.voter, credential.secret, signature(payload, scope, credential)].join('.')
  const path = scope.level === 'open' ? '/api/polls' : `/api/polls/${scope.poll}`
  return cookieHeader(payload.config, { name: cookieName(scope), value, path, seconds: maxAge })
}

/** Longer than any poll runs; browsers keep no cookie longer. */
const maxAge = 400 * 86_400

const random = () => randomBytes(16).toString('base64url')

// A device votes in every open poll with one number; a confirmed address is asked for in each poll anew.
const cookieName = ({ level, poll }: For) => (level === 'open' ? 'portal-voter' : `portal-voter-${poll}`)

const signature = (
  payload: Pick<Signing, 'secret'>,
  { level, poll }: For,
  { voter, secret }: Credential,
): string => keyed(payload, 'poll credential', [level, level === 'open' ? '' : poll, voter, secret].join(' '))
