import type { ImportOutcome } from '../../../collections/Houses/houses.schema.ts'
import { say } from '../words.ts'

/** Sends the file to the import, or to its dry run; an error comes in words for the editor. */
export const sendFile = async (
  file: File,
  { isDry, language }: { isDry: boolean; language: string },
): Promise<{ value: ImportOutcome } | { error: string }> => {
  const unanswered = say(language, {
    ru: 'Сервер не ответил. Проверьте файл ещё раз: повторная загрузка ничего не удвоит.',
    en: 'The server did not answer. Look through the file again: loading twice doubles nothing.',
  })
  try {
    const response = await fetch(`/api/houses/import${isDry ? '?dry=1' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    })
    const reply: unknown = await response.json()
    // The endpoint answers with an outcome or with { error }.
    if (response.ok) return { value: reply as ImportOutcome }
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
