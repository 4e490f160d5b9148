import type { Endpoint } from 'payload'
import { z } from 'zod'
import { hasRole } from '../access/roles.ts'
import { parseJson } from '../http/parseJson.ts'
import { readBody } from '../http/readBody.ts'
import { actorsOf } from './actors.ts'
import { moveQuestion } from './moveQuestion.ts'
import { isMove } from './states.schema.ts'

const body = z.strictObject({
  move: z.string().refine(isMove),
  reason: z.string().max(1_000).optional(),
  text: z.string().max(10_000).optional(),
  addressee: z.string().max(100).optional(),
  days: z.number().optional(),
})

/** POST /api/questions/:id/transition: for editors, and for whoever answers for the addressee of the question. */
export const transition: Endpoint = {
  path: '/:id/transition',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req, 'admin', 'editor', 'respondent'))
      return Response.json(
        { error: 'Войдите как редактор или как тот, кто отвечает.' },
        { status: req.user ? 403 : 401 },
      )
    const bytes = await readBody(req, 64 * 1024)
    const parsed = body.safeParse(bytes === null ? null : parseJson(bytes))
    if (!parsed.success || !isMove(parsed.data.move))
      return Response.json({ error: 'Такого действия нет.' }, { status: 400 })
    const { move, ...input } = parsed.data
    const result = await moveQuestion(req, {
      where: { id: { equals: String(req.routeParams?.['id']) } },
      move,
      actors: (addressee) => actorsOf(req, addressee),
      who: req.user?.name ?? '',
      input,
    })
    if ('error' in result) return Response.json({ error: result.error }, { status: result.status })
    const { state, number } = result.question
    return Response.json({ state, number }, { headers: { 'cache-control': 'no-store' } })
  },
}
