import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { takePoint } from '../forms/limits.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import type { Addressee, Question } from '../payload-types.ts'
import { idOf } from '../relation.ts'
import { statusKey } from './ask.ts'
import { eraseAuthor } from './eraseContacts.ts'
import { dropLetters } from './letters.ts'
import { moveQuestion } from './moveQuestion.ts'
import { statusPath } from './paths.schema.ts'
import { readQuestion } from './readQuestion.ts'
import { statusBody } from './statusBody.ts'

/** GET /api/questions/status/:token: the author's own page. Whoever has the link is the author. */
const show: Endpoint = {
  path: '/status/:token',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, { name: 'status', points: 120, seconds: 600 })
    const question = wait > 0 ? null : await ownQuestion(req)
    if (!question)
      return showPage({
        title: wait > 0 ? 'Слишком часто' : 'Такой ссылки нет',
        body: html`<p>
          ${wait > 0 ? 'Подождите несколько минут и откройте ссылку снова.' : 'Проверьте, целиком ли она скопирована.'}
        </p>`,
        status: wait > 0 ? 429 : 404,
      })
    const addressee = await req.payload.db.findOne<Addressee>({
      collection: 'addressees',
      where: { id: { equals: idOf(question.addressee) } },
    })
    return showPage({
      title: `Вопрос № ${question.number}`,
      body: statusBody({ question, addressee, action: statusPath(tokenOf(req)), now: new Date() }),
    })
  },
}

/** POST /api/questions/status/:token: what the author does on that page. */
const act: Endpoint = receive({
  path: '/status/:token',
  fields: z.strictObject({
    deed: z.enum(['helped', 'notHelped', 'withdraw', 'erase'], 'Выберите действие.'),
  }),
  limit: { name: 'status deeds', points: 30, seconds: 600 },
  hasPuzzle: false, // the private link is shown instead
  act: async ({ deed }, req): Promise<Outcome> => {
    const location = statusPath(tokenOf(req))
    const where = { statusKey: { equals: statusKey(req, tokenOf(req)) } }
    const error =
      deed === 'erase'
        ? await eraseAuthor(req, where)
        : await moveQuestion(req, {
            where,
            move: deed,
            actors: () => ['author'],
            who: 'Автор вопроса',
          }).then((result) => ('error' in result ? result.error : dropped(req, result.question)))
    if (error) return { state: 'refused', status: 409, error }
    return { state: 'done', location, reply: { title: 'Готово', text: [] } }
  },
})

export const statusEndpoints: Endpoint[] = [show, act]

/** Whoever has withdrawn a question gets no more letters about it. */
const dropped = async (req: PayloadRequest, { number, erasedAt }: Question): Promise<null> => {
  if (erasedAt) await dropLetters(req, number)
  return null
}

const tokenOf = (req: PayloadRequest): string => {
  const token = req.routeParams?.['token']
  return typeof token === 'string' ? token : ''
}

const ownQuestion = (req: PayloadRequest): Promise<Question | null> =>
  readQuestion(req, { statusKey: { equals: statusKey(req, tokenOf(req)) } })
