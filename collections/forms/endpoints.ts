import type { Endpoint } from 'payload'
import { takePoint, type Limit } from './limits.ts'
import { createPuzzle } from './puzzle.ts'
import { waitWords } from './words.ts'

const limit: Limit = { name: 'puzzles', points: 60, seconds: 10 * 60 }

/** GET /api/forms/puzzle: open to everybody; asked for by the script of a form when somebody begins to fill it in. */
const puzzle: Endpoint = {
  path: '/forms/puzzle',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, limit)
    const headers = { 'cache-control': 'no-store' }
    if (wait > 0)
      return Response.json(
        { error: `Слишком много форм с Вашего адреса. Попробуйте через ${waitWords(wait)}.` },
        { status: 429, headers: { ...headers, 'retry-after': String(wait) } },
      )
    return Response.json(await createPuzzle(req.payload), { headers })
  },
}

export const formEndpoints: Endpoint[] = [puzzle]
