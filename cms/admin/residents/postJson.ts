import { post, type Reply } from '../post.ts'
import { say } from '../words.ts'

/** Posts to one of our endpoints; an error comes in words for the editor. */
export const postJson = <Value>(address: string, body: object, language: string): Promise<Reply<Value>> =>
  post(address, {
    body: JSON.stringify(body),
    type: 'application/json',
    unanswered: say(language, {
      ru: 'Сервер не ответил. Обновите страницу, посмотрите, что вышло, и попробуйте ещё раз.',
      en: 'The server did not answer. Reload the page, see what came of it, and try again.',
    }),
  })
