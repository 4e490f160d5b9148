import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { html } from '../forms/html.ts'
import { takePoint } from '../forms/limits.ts'
import { idOfPrivateToken, tokenOf } from '../forms/privateLink.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import type { Registration } from '../payload-types.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { inTurn } from '../state/inTurn.ts'
import { all } from '../where.ts'
import { eventDateOf } from './eventDate.ts'
import { linkPurpose } from './letters.ts'
import { registrationPaths } from './registrations.schema.ts'
import { recount } from './seats.ts'

/** GET /api/registrations/mine/:token: one's own registration. Whoever has the link is the person. */
const show: Endpoint = {
  path: '/mine/:token',
  method: 'get',
  handler: async (req) => {
    const wait = await takePoint(req, { name: 'registration-links', points: 120, seconds: 600 })
    if (wait > 0)
      return showPage({
        title: 'Слишком часто',
        body: html`<p>Подождите несколько минут и откройте ссылку снова.</p>`,
        status: 429,
      })
    const registration = await ownRecord(req)
    const date = registration && (await eventDateOf(req, registration.seatsKey))
    if (!registration || !date)
      return showPage({
        title: 'Записи нет',
        body: html`<p>
          Она отменена, или событие давно прошло и данные стёрты. <a href="/kalendar/">К календарю</a>
        </p>`,
        status: 404,
      })
    return showPage({
      title: registration.state === 'seat' ? 'Вы записаны' : 'Вы в листе ожидания',
      body: html`<p><a href="${date.path}">${date.title}</a>, ${date.words}.</p>
        ${date.isOff && html`<p><b>Событие отменено.</b> ${date.reason ?? ''}</p>`}
        ${
          registration.state === 'waiting' &&
          html`<p>
            Перед Вами в очереди: ${await countBefore(req, registration)}. Когда место освободится, мы
            напишем.
          </p>`
        }
        <form method="post" action="${registrationPaths.mine}${tokenOf(req)}/cancel">
          <p><button type="submit">Отменить запись</button></p>
        </form>
        <p>После отмены имя и почта стираются сразу.</p>`,
    })
  },
}

/** POST /api/registrations/mine/:token/cancel: erases the registration; the first who waits gets the seat. */
const cancel = receive({
  path: '/mine/:token/cancel',
  fields: z.strictObject({}),
  limit: { name: 'registration-own', points: 60, seconds: 600 },
  hasPuzzle: false, // the private link is shown instead
  act: async (_, req): Promise<Outcome> => {
    const id = idOfPrivateToken(req.payload, linkPurpose, tokenOf(req))
    if (id) await leave(req, id)
    return {
      state: 'done',
      location: registrationPaths.cancelled,
      reply: { title: 'Запись отменена', text: ['Имя и почта стёрты.'] },
    }
  },
})

/** GET /api/registrations/cancelled: where the button leads. Open to everybody. */
const cancelled: Endpoint = {
  path: '/cancelled',
  method: 'get',
  handler: () =>
    showPage({
      title: 'Запись отменена',
      body: html`<p>Имя и почта стёрты. Место получит тот, кто ждёт.</p>
        <p><a href="/kalendar/">К календарю</a></p>`,
    }),
}

export const cancelEndpoints: Endpoint[] = [show, cancel, cancelled]

/** Erases a registration and gives its seat on; a second time it does nothing. */
export const leave = async (req: PayloadRequest, id: string): Promise<void> => {
  const { db } = req.payload
  const where = { id: { equals: id } }
  const known = await db.findOne<Registration>({ collection: 'registrations', where })
  if (!known) return
  await inTurn(known.seatsKey, () =>
    inTransaction(req, async () => {
      await db.deleteOne({ collection: 'registrations', where, req, returning: false })
      await recount(req, known)
    }),
  )
}

const ownRecord = async (req: PayloadRequest): Promise<Registration | null> => {
  const id = idOfPrivateToken(req.payload, linkPurpose, tokenOf(req))
  return id
    ? req.payload.db.findOne<Registration>({ collection: 'registrations', where: { id: { equals: id } } })
    : null
}

const countBefore = async (req: PayloadRequest, { seatsKey, number }: Registration): Promise<number> =>
  (
    await req.payload.db.count({
      collection: 'registrations',
      where: all(
        { seatsKey: { equals: seatsKey } },
        { state: { equals: 'waiting' } },
        { number: { less_than: number } },
      ),
    })
  ).totalDocs
