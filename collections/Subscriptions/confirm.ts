import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { takePoint } from '../forms/limits.ts'
import { tokenOf } from '../forms/privateLink.ts'
import { receive } from '../forms/receive.ts'
import type { Subscriber } from '../payload-types.ts'
import { all } from '../where.ts'
import { linkFault } from './pages.ts'
import { nameSubjects } from './subjectNames.ts'
import { rhythms, subscriptionPaths, unconfirmedMs } from './subscriptions.schema.ts'
import { confirmKey, ownToken } from './tokens.ts'

/** GET /api/told/confirm/:token: shows what would be confirmed. Mail programs that look at links beforehand change nothing. */
const show: Endpoint = {
  path: '/told/confirm/:token',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, { name: 'told-links', points: 120, seconds: 600 })
    const subscriber = wait > 0 ? null : await requested(req)
    if (!subscriber) return linkFault(wait)
    const names = await nameSubjects(req, subscriber.requested?.subjects ?? [])
    const rhythm = rhythms.find(({ value }) => value === subscriber.requested?.rhythm)
    return showPage({
      title: 'Подтвердите подписку',
      body: html`<p>Портал будет писать на адрес ${subscriber.email}, когда появится новое:</p>
        <ul>
          ${names.map(({ name }) => html`<li>${name}</li>`)}
        </ul>
        <p>Как часто: ${rhythm?.ru.toLowerCase()}.</p>
        <form method="post" action="${subscriptionPaths.confirm}${tokenOf(req)}">
          <button type="submit">Подтвердить</button>
        </form>`,
    })
  },
}

/** POST /api/told/confirm/:token: open to whoever has the link of the letter, once. */
const confirm = receive({
  path: '/told/confirm/:token',
  fields: z.strictObject({}),
  limit: { name: 'told-confirm', points: 30, seconds: 600 },
  hasPuzzle: false, // the link is shown instead
  act: async (_, req) => {
    const subscriber = await requested(req)
    const wanted = subscriber?.requested
    const done =
      subscriber &&
      (await req.payload.db.updateOne({
        collection: 'subscribers',
        // Of two at once one finds the key.
        where: all({ id: { equals: subscriber.id } }, { 'requested.key': { equals: wanted?.key } }),
        data: {
          isActive: true,
          confirmedAt: subscriber.confirmedAt ?? new Date().toISOString(),
          // Subscribing once more adds.
          subjects: [...new Set([...(subscriber.subjects ?? []), ...(wanted?.subjects ?? [])])],
          rhythm: wanted?.rhythm,
          requested: { key: null, at: null, subjects: [], rhythm: null },
        },
      }))
    if (!done)
      return {
        state: 'refused',
        status: 404,
        error: 'Эта ссылка уже использована или устарела. Подпишитесь ещё раз на странице «Подписка».',
      }
    const own = subscriptionPaths.mine + ownToken(req.payload, subscriber.id)
    return {
      state: 'done',
      location: `${own}?new`,
      reply: {
        title: 'Подписка включена',
        text: ['Письма придут на этот адрес.'],
        link: { href: own, label: 'Мои темы и данные' },
      },
    }
  },
})

export const confirmEndpoints: Endpoint[] = [show, confirm]

const requested = async (req: PayloadRequest): Promise<Subscriber | null> =>
  req.payload.db.findOne<Subscriber>({
    collection: 'subscribers',
    where: all(
      { 'requested.key': { equals: confirmKey(req.payload, tokenOf(req)) } },
      { 'requested.at': { greater_than: new Date(Date.now() - unconfirmedMs).toISOString() } },
    ),
  })
