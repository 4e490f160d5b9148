import { z } from 'zod'
import type { Limit } from '../forms/limits.ts'
import { receive } from '../forms/receive.ts'
import { newDevice, setCredential } from './credential.ts'

/**
 * Credentials per neighbourhood of addresses. Behind one gate of a mobile operator stands a whole district, so it is wide;
 * what stops a flood before it is the price of the puzzle.
 */
export const credentialLimit: Limit = { name: 'poll-credentials', points: 200, seconds: 60 * 60 }

/** POST /api/polls/credential: the anonymous number of a device, for a solved puzzle. Open to everybody. */
export const credential = receive({
  path: '/credential',
  fields: z.strictObject({}),
  maxBytes: 8 * 1024,
  limit: credentialLimit,
  act: async (_fields, { payload }) => ({
    state: 'done',
    location: '/golosovaniya/',
    reply: { title: 'Можно голосовать', text: [] },
    headers: { 'set-cookie': setCredential(payload, { level: 'open', poll: '' }, newDevice()) },
  }),
})
