import type { ImportOutcome } from '../../../collections/Houses/houses.schema.ts'
import { post, type Reply } from '../post.ts'
import { say } from '../words.ts'

/** Sends the file to the import, or to its dry run; an error comes in words for the editor. */
export const sendFile = (
  file: File,
  { isDry, language }: { isDry: boolean; language: string },
): Promise<Reply<ImportOutcome>> =>
  post(`/api/houses/import${isDry ? '?dry=1' : ''}`, {
    body: file,
    type: 'text/csv',
    unanswered: say(language, {
      ru: 'Сервер не ответил. Проверьте файл ещё раз: повторная загрузка ничего не удвоит.',
      en: 'The server did not answer. Look through the file again: loading twice doubles nothing.',
    }),
  })
