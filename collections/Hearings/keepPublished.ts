import type { CollectionBeforeDeleteHook } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import { toldOf } from './law/notice.schema.ts'

/** A notice that has been public is not deleted: it is cancelled, and what was said stays. */
export const keepPublished: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Without a user it is the portal's own code, which clears away the demo.
  if (!req.user) return
  const main = await req.payload.db.findOne<{ id: string; told?: unknown }>({
    collection: 'hearings',
    req,
    where: { id: { equals: id } },
  })
  if (!toldOf(main?.told).notice) return
  throw new APIError(
    message(
      req,
      'Уведомление уже публиковали, удалить его нельзя. Отметьте «Отменено» и напишите причину.',
      'It has been public and cannot be deleted. Mark it as cancelled, with a reason.',
    ),
    400,
    undefined,
    true,
  )
}
