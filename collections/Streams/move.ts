import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isEditor } from '../access/roles.ts'
import { recordChange } from '../hooks/recordChange.ts'
import { parseJson } from '../http/parseJson.ts'
import { readBody } from '../http/readBody.ts'
import { routeId } from '../http/routeId.ts'
import type { Stream } from '../payload-types.ts'
import { inTransaction, Undone } from '../state/inTransaction.ts'
import { all } from '../where.ts'
import { canMove, streamStates, type StreamState } from './streams.schema.ts'

const states = streamStates.map(({ value }) => value)
const wanted = z.strictObject({
  /** The state the editor saw: somebody may have been faster. */
  from: z.enum(states),
  to: z.enum(states),
})

/** POST /api/streams/:id/move { from, to }, for editors: the one way from state to state. */
export const move: Endpoint = {
  path: '/:id/move',
  method: 'post',
  handler: async (req) => {
    if (!isEditor(req)) return refusal(req.user ? 403 : 401, 'Эфиром управляют редакторы портала.')
    const parsed = wanted.safeParse(parseJson((await readBody(req, 1024)) ?? ''))
    if (!parsed.success) return refusal(400, 'Запрос не разобрать.')
    const { from, to } = parsed.data
    if (!canMove(from, to)) return refusal(422, 'Так состояние не меняется.')
    return inTransaction(req, () => moveOne(req, routeId(req), { from, to }))
  },
}

const moveOne = async (
  req: PayloadRequest,
  id: string,
  { from, to }: { from: StreamState; to: StreamState },
): Promise<Response> => {
  const { db } = req.payload
  const known = await db.findOne<Stream>({ collection: 'streams', where: { id: { equals: id } }, req })
  const fault = known && faultOf(known, to)
  if (fault) throw new Undone(refusal(422, fault))
  // The condition and the write are one statement: of two editors one moves it.
  const moved = await recordChange(req, { collection: 'streams', id }, () =>
    db.updateOne({
      collection: 'streams',
      where: all({ id: { equals: id } }, { state: { equals: from } }),
      data: { state: to, ...timesOf(from, to) },
      req,
    }),
  )
  if (moved === null) throw new Undone(refusal(409, 'Трансляция уже в другом состоянии. Обновите страницу.'))
  return Response.json({ state: to })
}

const faultOf = ({ url, recordingUrl }: Stream, to: StreamState): string | null => {
  if (to === 'live' && !url) return 'Сначала впишите адрес трансляции и сохраните.'
  if (to === 'recording' && !recordingUrl) return 'Сначала впишите адрес записи и сохраните.'
  return null
}

/** A stream that is taken back on air after a slip began when it began. */
const timesOf = (from: StreamState, to: StreamState) => {
  const now = new Date().toISOString()
  if (to === 'scheduled') return { startedAt: null }
  if (to === 'live') return from === 'scheduled' ? { startedAt: now } : { endedAt: null }
  return from === 'live' ? { endedAt: now } : {}
}

const refusal = (status: number, error: string): Response => Response.json({ error }, { status })
