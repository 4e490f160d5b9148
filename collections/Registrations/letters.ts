import type { PayloadRequest } from 'payload'
import { privateToken } from '../forms/privateLink.ts'
import { queueLetter } from '../letters/queueLetter.ts'
import type { Registration } from '../payload-types.ts'
import type { EventDate } from './eventDate.ts'
import { registrationKeptDays, registrationPaths } from './registrations.schema.ts'

type Told = Pick<Registration, 'id' | 'email'>

/** A letter to somebody who has registered, in the transaction of what it tells of; each step once. */
const tell = async (
  req: PayloadRequest,
  { id, email }: Told,
  { step, subject, text }: { step: string; subject: string; text: string[] },
): Promise<void> => {
  if (!email) return
  await queueLetter(req, {
    key: `registration/${id}/${step}`,
    to: email,
    subject,
    text: [
      'Здравствуйте!',
      ...text,
      `Посмотреть запись или отменить её: ${ownLink(req, id)}`,
      `Имя и почту портал сотрёт через ${registrationKeptDays} дней после события.`,
    ].join('\n\n'),
  })
}

export const ownLink = ({ payload }: Pick<PayloadRequest, 'payload'>, id: string): string =>
  new URL(`${registrationPaths.mine}${privateToken(payload, linkPurpose, id)}`, payload.config.serverURL).href

export const linkPurpose = 'registration'

export const tellRegistered = (
  req: PayloadRequest,
  registration: Told & Pick<Registration, 'state'>,
  date: EventDate,
  step = 'sent',
): Promise<void> =>
  registration.state === 'seat'
    ? tell(req, registration, {
        step,
        subject: `Вы записаны: ${date.title}`,
        text: [`Место за Вами: «${date.title}», ${date.words}.`, pageOf(req, date), cancelAsk],
      })
    : tell(req, registration, {
        step,
        subject: `Вы в листе ожидания: ${date.title}`,
        text: [
          `Свободных мест на «${date.title}», ${date.words}, сейчас нет. Как только место освободится и подойдёт Ваша очередь, мы напишем.`,
          pageOf(req, date),
        ],
      })

export const tellPromoted = (req: PayloadRequest, registration: Told, date: EventDate): Promise<void> =>
  tell(req, registration, {
    step: 'promoted',
    subject: `Место освободилось: ${date.title}`,
    text: [`Теперь Вы записаны: «${date.title}», ${date.words}.`, pageOf(req, date), cancelAsk],
  })

export const tellMoved = (req: PayloadRequest, registration: Told, date: EventDate): Promise<void> =>
  tell(req, registration, {
    step: `moved-${date.startsAt}`,
    subject: `Перенесено: ${date.title}`,
    text: [
      `«${date.title}» пройдёт в другое время: ${date.words}.`,
      ...(date.reason ? [`Причина: ${date.reason}`] : []),
      pageOf(req, date),
      'Ваша запись сохраняется. Если новое время не подходит, отмените её: место получит другой.',
    ],
  })

export const tellOff = (req: PayloadRequest, registration: Told, date: EventDate): Promise<void> =>
  tell(req, registration, {
    step: 'off',
    subject: `Отменено: ${date.title}`,
    text: [
      `«${date.title}», ${date.words}, не состоится.`,
      ...(date.reason ? [`Причина: ${date.reason}`] : []),
      pageOf(req, date),
    ],
  })

const cancelAsk = 'Если не сможете прийти, отмените запись: место получит тот, кто ждёт.'

const pageOf = ({ payload }: PayloadRequest, { path }: EventDate): string =>
  `${payload.config.serverURL}${path}`
