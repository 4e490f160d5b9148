import { say } from '../words.ts'

/** Asks for a move. @returns what went wrong, in words, or null */
export const sendMove = async (
  id: string,
  body: Record<string, unknown>,
  language: string,
): Promise<string | null> => {
  const unanswered = say(language, {
    ru: 'Сервер не ответил. Обновите страницу и посмотрите, изменилось ли состояние.',
    en: 'The server did not answer. Reload the page and see whether the state has changed.',
  })
  try {
    const response = await fetch(`/api/questions/${id}/transition`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return null
    const reply: unknown = await response.json()
    return typeof reply === 'object' && reply && 'error' in reply && typeof reply.error === 'string'
      ? reply.error
      : unanswered
  } catch {
    return unanswered
  }
}
