import type { CollectionBeforeOperationHook, Where } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import type { Media } from '../payload-types.ts'
import { all } from '../where.ts'

/**
 * A file that a published notice names by its checksum is replaced by nobody: another file is another edition. Asked before
 * the operation, since Payload removes the old file before it calls the later hooks.
 */
export const keepNoticeFiles: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'update' || !req.file) return args
  const where: Where = 'id' in args ? { id: { equals: args.id } } : ((args as { where?: Where }).where ?? {}) // one, or many
  const { docs } = await req.payload.db.find<Media>({ collection: 'media', req, where, pagination: false })
  const named = await req.payload.db.count({
    collection: 'hearings',
    req,
    where: all({ mediaRefs: { in: docs.map(({ id }) => id) } }, { _status: { equals: 'published' } }),
  })
  if (named.totalDocs === 0) return args
  throw new APIError(
    message(
      req,
      'Файл приложен к опубликованному уведомлению. Загрузите новый файл и замените его в уведомлении: это будет новая редакция.',
      'The file belongs to a published notice. Upload another and publish a new edition.',
    ),
    409,
    undefined,
    true,
  )
}
