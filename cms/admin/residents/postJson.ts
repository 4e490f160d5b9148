import { say } from '../words.ts'

type Reply<Value> = { value: Value } | { error: string }

/** Posts to one of our endpoints; an error comes in words for the editor. */
export const postJson = async <Value>(
  address: string,
  body: object,
  language: string,
): Promise<Reply<Value>> => {
  const unanswered = say(language, {
    ru: 'Сервер не ответил. Обновите страницу, посмотрите, что вышло, и попробуйте ещё раз.',
    en: 'The server did not answer. Reload the page, see what came of it, and try again.',
  })
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const reply: unknown = await response.json()
    // Our endpoints answer with their result or with { error }.
    if (response.ok) return { value: reply as Value }
    return {
      error:
        typeof reply === 'object' && reply && 'error' in reply && typeof reply.error === 'string'
          ? reply.error
          : unanswered,
    }
  } catch {
    return { error: unanswered }
  }
}
