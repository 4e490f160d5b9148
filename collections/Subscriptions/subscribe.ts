import type { Endpoint } from 'payload'
import { z } from 'zod'
import { showPage } from '../forms/answerPage.ts'
import { consents } from '../forms/consents.schema.ts'
import { html } from '../forms/html.ts'
import { takePoint, type Limit } from '../forms/limits.ts'
import { receive } from '../forms/receive.ts'
import { requestByMail } from './request.ts'
import { subjectFields, subjectsOf } from './subjectFields.ts'
import { nameSubjects } from './subjectNames.ts'
import { subscriptionPaths } from './subscriptions.schema.ts'
import { addressKey } from './tokens.ts'

const fields = z.strictObject({
  ...subjectFields,
  email: z
    .email('Напишите адрес почты полностью: ivanov@example.ru')
    .max(200)
    .transform((text) => text.toLowerCase()),
  [consents.letters.name]: z.literal('on', 'Без этого согласия портал не может писать Вам.'),
})

/** Nobody's mailbox is filled by somebody else: the link of the last letter counts, and no more go out. */
const lettersPerAddress: Limit = { name: 'told-letters', points: 4, seconds: 86_400 }

/**
 * POST /api/told/subscribe: asks for letters, open to everybody. The answer is the same whether the address is new, known or
 * has had too many letters today.
 */
const subscribe = receive({
  path: '/told/subscribe',
  fields,
  limit: { name: 'told', points: 20, seconds: 60 * 60 },
  act: async (sent, req) => {
    const wanted = subjectsOf(sent)
    const subjects = await nameSubjects(req, wanted)
    if (wanted.length === 0 || subjects.length < wanted.length)
      return {
        state: 'refused',
        status: 422,
        error: 'Проверьте, что написано в форме.',
        fields: {
          topic:
            wanted.length === 0
              ? 'Выберите хотя бы одну тему.'
              : 'Чего-то из выбранного на портале больше нет: обновите страницу.',
        },
      }
    if ((await takePoint(req, lettersPerAddress, addressKey(req.payload, sent.email))) === 0)
      await requestByMail(req, { email: sent.email, subjects, rhythm: sent.rhythm })
    return { state: 'done', location: subscriptionPaths.sent, reply: receipt }
  },
})

const receipt = {
  title: 'Остался один шаг: подтвердите адрес',
  text: [
    'Мы отправили письмо со ссылкой. Откройте её и нажмите «Подтвердить», и портал начнёт писать Вам.',
    'Письма нет через десять минут? Посмотрите в папке «Спам». Ссылка действует двое суток.',
  ],
}

/** GET /api/told/sent: where a form without script lands. Open to everybody, the same for all. */
const sentPage: Endpoint = {
  path: '/told/sent',
  method: 'get',
  handler: () =>
    showPage({ title: receipt.title, body: html`${receipt.text.map((text) => html`<p>${text}</p>`)}` }),
}

export const subscribeEndpoints: Endpoint[] = [subscribe, sentPage]
