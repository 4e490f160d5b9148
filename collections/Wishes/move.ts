import { randomBytes } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isEditor } from '../access/roles.ts'
import { written } from '../forms/written.ts'
import { publicView } from '../hooks/publicView.ts'
import { record } from '../hooks/requestRebuild.ts'
import { inTransaction, Undone } from '../state/inTransaction.ts'
import { parseJson } from '../http/parseJson.ts'
import { readBody } from '../http/readBody.ts'
import { routeId } from '../http/routeId.ts'
import type { Wish } from '../payload-types.ts'
import { all } from '../where.ts'
import { tellAuthor } from './letters.ts'
import {
  canMove,
  declineReasons,
  needsReason,
  needsReply,
  wishLimits,
  wishStates,
  wordOf,
} from './wishes.schema.ts'

const wanted = z.strictObject({
  /** The state the editor saw: somebody may have been faster. */
  from: z.enum(wishStates.map(({ value }) => value)),
  to: z.enum(wishStates.map(({ value }) => value)),
  reply: written({ max: wishLimits.reply.max, what: 'Ответ' }).default(''),
  reason: z.enum(declineReasons.map(({ value }) => value)).optional(),
})

type Wanted = z.infer<typeof wanted>

/** POST /api/wishes/:id/move { from, to, reply?, reason? }, for editors: the one way from state to state. */
export const move: Endpoint = {
  path: '/:id/move',
  method: 'post',
  handler: async (req) => {
    if (!isEditor(req)) return refusal(req.user ? 403 : 401, 'Решают редакторы портала.')
    const body = await readBody(req, 32 * 1024)
    const parsed = wanted.safeParse(parseJson(body ?? ''))
    if (!parsed.success) return refusal(400, parsed.error.issues[0]?.message ?? 'Запрос не разобрать.')
    const fault = faultOf(parsed.data)
    if (fault) return refusal(422, fault)
    const id = routeId(req)
    return inTransaction(req, () => moveOne(req, id, parsed.data))
  },
}

const moveOne = async (
  req: PayloadRequest,
  id: string,
  { from, to, reply, reason }: Wanted,
): Promise<Response> => {
  const { db } = req.payload
  const known = await db.findOne<Wish>({ collection: 'wishes', where: { id: { equals: id } }, req })
  const before = await publicView(req, 'wishes', id)
  const now = new Date().toISOString()
  const step = { id: randomBytes(12).toString('hex'), to, at: now, by: req.user?.name ?? '' }
  const data = {
    status: to,
    history: [...(known?.history ?? []), step],
    ...(needsReply(to) ? { reply } : {}),
    declineReason: needsReason(to) ? reason : null,
    ...(to === 'published' ? { publishedAt: now } : { decidedAt: now }),
  }
  // The condition and the write are one statement: of two editors one moves it.
  const moved = await db.updateOne({
    collection: 'wishes',
    where: all({ id: { equals: id } }, { status: { equals: from } }),
    data,
    req,
  })
  if (moved === null || known === null)
    throw new Undone(refusal(409, 'Пожелание уже в другом состоянии. Обновите страницу.'))
  const after = await publicView(req, 'wishes', id)
  await record(req, { collection: 'wishes', id, before, after, isDeleted: false })
  await tellAuthor(req, { ...known, ...data }, to)
  return Response.json({ status: to })
}

const faultOf = ({ from, to, reply, reason }: Wanted): string | null => {
  if (!canMove(from, to))
    return `Из «${wordOf(wishStates, from)}» в «${wordOf(wishStates, to)}» перейти нельзя.`
  if (needsReply(to) && reply.length < wishLimits.reply.min)
    return 'Напишите ответ жителю: что и когда будет, или почему нет. Его прочитают все.'
  if (needsReason(to) && !reason) return 'Выберите причину: автор её увидит, и её посчитает статистика.'
  return null
}

const refusal = (status: number, error: string): Response => Response.json({ error }, { status })
