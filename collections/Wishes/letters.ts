import type { PayloadRequest } from 'payload'
import { queueLetter } from '../letters/queueLetter.ts'
import type { Wish } from '../payload-types.ts'
import { declineReasons, moderationDays, wishPaths, wordOf, type WishState } from './wishes.schema.ts'

type Told = Pick<Wish, 'id' | 'number' | 'slug' | 'email' | 'declineReason' | 'reply' | 'history'>

/** Tells the author, if they left an e-mail, what became of the wish; in the transaction of the change. */
export const tellAuthor = async (req: PayloadRequest, wish: Told, state: WishState): Promise<void> => {
  if (!wish.email) return
  const site = req.payload.config.serverURL
  await queueLetter(req, {
    // The step, not the state: a wish may be refused and planned after all.
    key: `wish/${wish.id}/${wish.history?.length ?? 0}/${state}`,
    to: wish.email,
    subject: `Пожелание ${wish.number}: ${subjects[state]}`,
    text: [
      'Здравствуйте!',
      texts[state](wish),
      state === 'received' || state === 'declined' ? '' : `${site}${wishPaths.list}${wish.slug}/`,
      'Письмо пришло, потому что Вы оставили почту вместе с пожеланием. Чтобы её стёрли, напишите редакции портала.',
    ]
      .filter(Boolean)
      .join('\n\n'),
  })
}

const subjects: Record<WishState, string> = {
  received: 'получено',
  published: 'опубликовано',
  planned: 'запланировано',
  done: 'сделано',
  refused: 'отказано',
  declined: 'не опубликовано',
}

const texts: Record<WishState, (wish: Told) => string> = {
  received: ({ number }) =>
    `Мы получили Ваше пожелание, его номер ${number}. Редактор посмотрит его за ${moderationDays} рабочих дня.`,
  published: () => 'Ваше пожелание опубликовано. Теперь его могут поддержать другие жители.',
  planned: ({ reply }) => `Ваше пожелание запланировано. Ответ:\n\n${reply ?? ''}`,
  done: ({ reply }) => `То, о чём Вы просили, сделано. Ответ:\n\n${reply ?? ''}`,
  refused: ({ reply }) => `По Вашему пожеланию отказано. Причина:\n\n${reply ?? ''}`,
  declined: ({ declineReason }) =>
    `Ваше пожелание не опубликовано. Причина: ${wordOf(declineReasons, declineReason)}. Можно написать новое, без этого.`,
}
