import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge, Payload as Solved } from 'altcha-lib/types'
import type { Payload } from 'payload'
import { parseJson } from '../http/parseJson.ts'
import { shortestFillMs } from './form.schema.ts'
import { keyed } from './keys.ts'
import { spend } from './spend.ts'

/*
 * Proof of work (ALTCHA): a second of a phone's time per form, while it is being filled in; too much for whoever wants to
 * send thousands. The answer is signed with the puzzle, so checking it costs two hashes.
 */

const lifetimeMs = 60 * 60_000
const cost = 2_000
const fewest = 150
const most = 300

const secretsOf = (payload: Payload) => ({
  hmacSignatureSecret: keyed(payload, 'puzzle', 'signature'),
  hmacKeySignatureSecret: keyed(payload, 'puzzle', 'key'),
})

/** A puzzle for a form that is being filled in; good for an hour. */
export const createPuzzle = (payload: Payload, now = new Date()): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(fewest, most),
    deriveKey,
    expiresAt: new Date(now.getTime() + lifetimeMs),
    data: { issuedAt: now.getTime() },
    ...secretsOf(payload),
  })

export type ProofFault = 'missing' | 'wrong' | 'expired' | 'early' | 'used'

/** Takes a solved puzzle, once; null when it is right. */
export const takeProof = async (
  payload: Payload,
  proof: string | undefined,
  now = new Date(),
): Promise<ProofFault | null> => {
  if (!proof) return 'missing'
  const solved = parseJson(Buffer.from(proof, 'base64').toString())
  if (!isSolved(solved)) return 'wrong'
  const { parameters } = solved.challenge
  const result = await verifySolution({ ...solved, deriveKey, ...secretsOf(payload) }).catch(() => null)
  if (!result?.verified) return result?.expired ? 'expired' : 'wrong'
  const issuedAt = Number(parameters.data?.['issuedAt'])
  if (now.getTime() - issuedAt < shortestFillMs) return 'early'
  const isFirst = await spend(payload, {
    key: `puzzle:${parameters.nonce}`,
    expiresAt: new Date(issuedAt + lifetimeMs),
  })
  return isFirst ? null : 'used'
}

const isSolved = (value: unknown): value is Solved =>
  typeof value === 'object' &&
  value !== null &&
  'challenge' in value &&
  'solution' in value &&
  typeof value.challenge === 'object' &&
  value.challenge !== null &&
  'parameters' in value.challenge &&
  typeof value.challenge.parameters === 'object'
