import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { keyed } from '../forms/keys.ts'
import { neighbourhood, takePoint } from '../forms/limits.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import { deviceOf, type DeviceScope } from '../forms/device.ts'
import { counted } from '../counted.schema.ts'
import { routeId } from '../http/routeId.ts'
import type { Wish } from '../payload-types.ts'
import { all } from '../where.ts'
import { isOpen, openStates, wishPaths } from './wishes.schema.ts'

const scope: DeviceScope = {
  cookie: 'portal-device',
  purpose: 'device',
  path: '/api/wishes',
  seconds: 31_536_000,
}

/** So many devices of one neighbourhood may support the same wish in a day: a house, not a farm of browsers. */
const perWish = { name: 'wish-support', points: 10, seconds: 24 * 60 * 60 }

/** POST /api/wishes/:id/support: once per device, however often and from how many tabs it is sent. */
const send: Endpoint = receive({
  path: '/:id/support',
  fields: z.strictObject({}),
  limit: { name: 'supports', points: 60, seconds: 60 * 60 },
  act: async (_, req) => {
    const wish = await openWish(req)
    if (!wish) return { state: 'refused', status: 404, error: 'Такого пожелания на портале нет.' }
    const { device, cookie } = deviceOf(req, scope)
    const key = keyed(req.payload, 'wish support', `${wish.id} ${device}`)
    const isNew = !(await isCounted(req, key))
    if (isNew) {
      const wait = await takePoint(req, perWish, `${neighbourhood(req)} ${wish.id}`)
      if (wait > 0)
        return {
          state: 'refused',
          status: 429,
          error: 'С Вашего адреса это пожелание сегодня поддержали уже много раз. Попробуйте завтра.',
        }
    }
    const isAdded = isNew && (await add(req, { key, wish: wish.id }))
    return outcome(wish, await count(req, wish.id), { isAdded, cookie })
  },
})

/** GET /api/wishes/:id/supported: where the form without script lands. Open to everybody. */
const done: Endpoint = {
  path: '/:id/supported',
  method: 'get',
  handler: async (req) => {
    const wish = await openWish(req)
    if (!wish)
      return showPage({ title: 'Такого пожелания нет', body: html`<p>Возможно, его сняли.</p>`, status: 404 })
    const { title, text, link } = words(wish, await count(req, wish.id))
    return showPage({
      title,
      body: html`${text.map((words) => html`<p>${words}</p>`)}
        <p><a href="${link.href}">${link.label}</a></p>`,
    })
  },
}

export const support = { send, done }

const openWish = async (req: PayloadRequest): Promise<Wish | null> => {
  const id = routeId(req)
  if (!id) return null
  const wish = await req.payload.db.findOne<Wish>({ collection: 'wishes', where: { id: { equals: id } } })
  return wish && isOpen(wish.status) ? wish : null
}

const isCounted = async (req: PayloadRequest, key: string): Promise<boolean> =>
  (await req.payload.db.count({ collection: 'wish-supports', where: { key: { equals: key } } })).totalDocs > 0

/** False when the unique key met a row of another tab. */
const add = async (req: PayloadRequest, data: { key: string; wish: string }): Promise<boolean> => {
  try {
    await req.payload.db.create({ collection: 'wish-supports', data })
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return false
    throw error
  }
}

/** Counts the rows, and keeps the figure beside the wish for its page. The figure only grows: late writers do not undo it. */
const count = async (req: PayloadRequest, wish: string): Promise<number> => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'wish-supports',
    where: { wish: { equals: wish } },
  })
  await req.payload.db.updateOne({
    collection: 'wishes',
    where: all(
      { id: { equals: wish } },
      { status: { in: [...openStates] } },
      { supports: { less_than: totalDocs } },
    ),
    data: { supports: totalDocs },
  })
  return totalDocs
}

const outcome = (
  wish: Wish,
  supports: number,
  { isAdded, cookie }: { isAdded: boolean; cookie: string | undefined },
): Outcome => ({
  state: 'done',
  location: `/api/wishes/${wish.id}/supported`,
  reply: { ...words(wish, supports, isAdded), supports },
  ...(cookie ? { headers: { 'set-cookie': cookie } } : {}),
})

const words = ({ slug }: Wish, supports: number, isAdded = true) => ({
  title: isAdded ? 'Вы поддержали пожелание' : 'Ваш голос уже учтён',
  text: [`Всего поддержали ${counted(supports, ['человек', 'человека', 'человек'])}.`],
  link: { href: `${wishPaths.list}${slug}/`, label: 'К пожеланию' },
})
