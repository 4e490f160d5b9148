import type { CollectionBeforeDeleteHook } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import { isPublicMedia } from '../snapshot/publicMedia.ts'

/** A file that a published page shows cannot be deleted: the page would lose it without anybody having seen why. */
export const keepUsedFiles: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!(await isPublicMedia(req, String(id)))) return
  throw new APIError(
    message(
      req,
      'Файл стоит в опубликованном материале. Сначала уберите его оттуда или снимите материал с публикации.',
      'A published document uses this file. Remove it there first.',
    ),
    409,
    undefined,
    true,
  )
}
