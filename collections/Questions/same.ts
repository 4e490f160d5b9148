import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { deviceOf, type DeviceScope } from '../forms/device.ts'
import { keyed } from '../forms/keys.ts'
import { neighbourhood, takePoint } from '../forms/limits.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import { spend } from '../forms/spend.ts'
import { recordChange } from '../hooks/recordChange.ts'
import type { Question } from '../payload-types.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { questionPath } from './paths.schema.ts'

const years = 2 * 365 * 86_400
const scope: DeviceScope = {
  cookie: 'device',
  purpose: 'device cookie',
  path: '/api',
  seconds: years,
}

/**
 * POST /api/questions/:id/same: «у меня такой же вопрос». Counted once per device, which a signed cookie of no other meaning
 * tells, and a few times per neighbourhood, so that clearing cookies does not pay.
 */
export const same: Endpoint = receive({
  path: '/:id/same',
  fields: z.strictObject({}),
  limit: { name: 'same', points: 30, seconds: 3600 },
  hasPuzzle: false, // the cookie and the limits stand in for it
  act: async (_, req): Promise<Outcome> => {
    const id = String(req.routeParams?.['id'])
    const question = await publicQuestion(req, id)
    if (!question) return { state: 'refused', status: 404, error: 'Такого вопроса нет.' }
    const { device, cookie } = deviceOf(req, scope)
    const isNew =
      (await takePoint(
        req,
        { name: 'same one', points: 5, seconds: 86_400 },
        `${neighbourhood(req)} ${id}`,
      )) === 0 &&
      (await spend(req.payload, {
        key: `same:${id}:${keyed(req.payload, 'same', device)}`,
        expiresAt: new Date(Date.now() + years * 1000),
      }))
    if (isNew) await count(req, id)
    const total = (question.same ?? 0) + (isNew ? 1 : 0)
    return {
      state: 'done',
      location: questionPath(question.number),
      reply: {
        title: isNew ? 'Учтено' : 'Ваш голос уже учтён',
        text: [`Такой же вопрос у жителей: ${total}.`],
        same: total,
      },
      headers: cookie ? { 'set-cookie': cookie } : {},
    }
  },
})

/** Read as a stranger reads it: of a question that is not public nothing is counted. */
const publicQuestion = async (req: PayloadRequest, id: string): Promise<Question | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'questions',
    where: { and: [{ id: { equals: id } }, { state: { not_equals: 'declined' } }] },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  return docs[0]
}

const count = (req: PayloadRequest, id: string) =>
  inTransaction(req, () =>
    recordChange(req, { collection: 'questions', id }, () =>
      req.payload.db.updateOne({
        collection: 'questions',
        where: { id: { equals: id } },
        data: { same: { $inc: 1 } },
        req,
      }),
    ),
  )
