import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { takePoint } from '../forms/limits.ts'
import { tokenOf } from '../forms/privateLink.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import type { Subscriber } from '../payload-types.ts'
import { all } from '../where.ts'
import { forget } from './deliver.ts'
import { ownBody } from './ownBody.ts'
import { linkFault } from './pages.ts'
import { subjectFields, subjectsOf } from './subjectFields.ts'
import { nameSubjects, offeredSubjects } from './subjectNames.ts'
import { subscriptionPaths } from './subscriptions.schema.ts'
import { idOfToken } from './tokens.ts'

/** GET /api/told/mine/:token: a subscriber's own data and choices. Whoever has the link is the subscriber. */
const show: Endpoint = {
  path: '/told/mine/:token',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, { name: 'told-links', points: 120, seconds: 600 })
    const subscriber = wait > 0 ? null : await ownRecord(req)
    if (!subscriber) return linkFault(wait)
    const [chosen, offered] = await Promise.all([
      nameSubjects(req, subscriber.subjects ?? []),
      offeredSubjects(req),
    ])
    return showPage({
      title: 'Моя подписка',
      body: ownBody({
        subscriber,
        chosen,
        offered,
        token: tokenOf(req),
        remark: req.searchParams.has('new')
          ? 'Подписка включена.'
          : req.searchParams.has('saved')
            ? 'Изменения сохранены.'
            : null,
      }),
    })
  },
}

/** POST /api/told/mine/:token/change: other subjects, another rhythm. */
const change = receive({
  path: '/told/mine/:token/change',
  fields: z.strictObject(subjectFields),
  limit: { name: 'told-own', points: 60, seconds: 600 },
  hasPuzzle: false, // the private link is shown instead
  act: async (sent, req): Promise<Outcome> => {
    const subscriber = await ownRecord(req)
    if (!subscriber) return gone
    const subjects = (await nameSubjects(req, subjectsOf(sent))).map((each) => each.subject)
    if (subjects.length === 0)
      return {
        state: 'refused',
        status: 422,
        error: 'Не выбрано ни одной темы. Чтобы писем не было совсем, нажмите «Удалить мои данные».',
      }
    await req.payload.db.updateOne({
      collection: 'subscribers',
      where: { id: { equals: subscriber.id } },
      data: { subjects, rhythm: sent.rhythm },
    })
    return {
      state: 'done',
      location: `${subscriptionPaths.mine}${tokenOf(req)}?saved`,
      reply: { title: 'Сохранено', text: ['Темы и частота изменены.'] },
    }
  },
})

/** POST /api/told/mine/:token/erase: erases everything there is about the subscriber. */
const erase = receive({
  path: '/told/mine/:token/erase',
  fields: z.strictObject({}),
  limit: { name: 'told-own', points: 60, seconds: 600 },
  hasPuzzle: false,
  act: async (_, req): Promise<Outcome> => {
    const id = idOfToken(req.payload, tokenOf(req))
    if (!id) return gone
    await forget(req.payload, id)
    return {
      state: 'done',
      location: subscriptionPaths.erased,
      reply: { title: 'Данные удалены', text: ['Портал больше не напишет.'] },
    }
  },
})

export const ownEndpoints: Endpoint[] = [show, change, erase]

const gone: Outcome = { state: 'refused', status: 404, error: 'Такой подписки нет: она удалена.' }

const ownRecord = async (req: PayloadRequest): Promise<Subscriber | null> => {
  const id = idOfToken(req.payload, tokenOf(req))
  return id
    ? req.payload.db.findOne<Subscriber>({
        collection: 'subscribers',
        where: all({ id: { equals: id } }, { isActive: { equals: true } }),
      })
    : null
}
