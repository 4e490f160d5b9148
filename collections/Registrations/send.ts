import type { Endpoint } from 'payload'
import { showPage } from '../forms/answerPage.ts'
import type { Receipt } from '../forms/form.schema.ts'
import { html } from '../forms/html.ts'
import { receive, type Outcome } from '../forms/receive.ts'
import { routeId } from '../http/routeId.ts'
import type { Registration } from '../payload-types.ts'
import { eventDateOf } from './eventDate.ts'
import { register } from './register.ts'
import { registrationFields } from './registrationFields.ts'
import { registrationPaths, seatsKey } from './registrations.schema.ts'

/** POST /api/registrations/send/:id, the id being that of the event. */
export const send: Endpoint = receive({
  path: '/send/:id',
  fields: registrationFields,
  limit: { name: 'registrations', points: 20, seconds: 60 * 60 },
  act: async ({ day, name, email }, req): Promise<Outcome> => {
    const date = await eventDateOf(req, seatsKey(routeId(req), day))
    if (!date || date.seats === 0) return refused(404, 'На это событие на портале не записывают.')
    if (date.isOff) return refused(409, 'Событие отменено: записаться на него нельзя.')
    if (date.closesAt <= Date.now()) return refused(409, 'Запись закрыта.')
    const state = await register(req, date, { name, email })
    return {
      state: 'done',
      location: `${registrationPaths.sent}?${state}`,
      reply: { ...receipts[state], link: { href: date.path, label: 'К событию' } },
    }
  },
})

/** GET /api/registrations/sent: where a form without script lands. Open to everybody, the same for all. */
export const sent: Endpoint = {
  path: '/sent',
  method: 'get',
  handler: (req) => {
    const { title, text } = receipts[req.searchParams.has('waiting') ? 'waiting' : 'seat']
    return showPage({
      title,
      body: html`${text.map((each) => html`<p>${each}</p>`)}
        <p><a href="/kalendar/">К календарю</a></p>`,
    })
  },
}

const receipts: Record<Registration['state'], Receipt> = {
  seat: {
    title: 'Вы записаны',
    text: [
      'Мы отправили письмо с подтверждением. В нём — ссылка, по которой запись можно отменить.',
      'Если письма нет через несколько минут, загляните в «Спам».',
    ],
  },
  waiting: {
    title: 'Вы в листе ожидания',
    text: [
      'Свободных мест сейчас нет. Когда место освободится и подойдёт Ваша очередь, мы напишем.',
      'Если Вы записались раньше, Ваше место осталось за Вами: об этом в письме.',
    ],
  },
}

const refused = (status: number, error: string): Outcome => ({ state: 'refused', status, error })
