import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { vi } from 'vitest'
import { addressHeader } from '../http/address.schema.ts'
import { siteUrl, type Portal } from './openPortal.ts'

let visitor = 0

/** Somebody at a place of their own, who fills in forms with the script or without it. */
export const asResident = (portal: Portal) => {
  const address = { [addressHeader]: `10.${(visitor += 1) >> 8}.${visitor & 255}.9` }

  /** A solved puzzle, as the script of a form sends it after the resident has written for a while. */
  const proof = async (): Promise<string> => {
    const response = await portal.fetch('anonymous', '/forms/puzzle', { headers: address })
    // What the endpoint answers with.
    const challenge = (await response.json()) as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 })
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }

  const post = async (path: string, fields: Fields, headers: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
    const encoded = new Response(form)
    const body = await encoded.arrayBuffer()
    return portal.fetch('anonymous', path, {
      method: 'POST',
      body,
      headers: {
        'content-type': encoded.headers.get('content-type') ?? '',
        'content-length': String(body.byteLength),
        origin: siteUrl,
        accept: 'application/json',
        ...address,
        ...headers,
      },
    })
  }

  return {
    proof,
    post,
    send: async (path: string, fields: Fields = {}, headers?: Record<string, string>) =>
      post(path, { ...fields, proof: await proof() }, headers),
  }
}

type Fields = Record<string, string | File | (string | File)[]>
