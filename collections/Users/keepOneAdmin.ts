import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { message } from '../fields/message.ts'
import { all } from '../where.ts'
import type { Saved } from '../hooks/saved.ts'

const onChange: CollectionBeforeChangeHook<Saved> = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'update' && originalDoc?.['role'] === 'admin' && data['role'] !== 'admin')
    await refuseLast(String(originalDoc['id']), req)
  return data
}

const onDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.db.findOne({ collection: 'users', req, where: { id: { equals: id } } })
  if (user && 'role' in user && user.role === 'admin') await refuseLast(String(id), req)
}

/** The last administrator can neither be deleted nor lose the role: the portal would be locked for good. */
export const keepOneAdmin = { onChange, onDelete }

const refuseLast = async (id: string, req: PayloadRequest): Promise<void> => {
  const where = all({ role: { equals: 'admin' } }, { id: { not_equals: id } })
  const { totalDocs } = await req.payload.db.count({ collection: 'users', req, where })
  if (totalDocs > 0) return
  throw new ValidationError({
    collection: 'users',
    errors: [
      {
        path: 'role',
        message: message(
          req,
          'Это последний администратор. Сначала назначьте администратором кого-нибудь ещё.',
          'This is the last administrator. Make somebody else one first.',
        ),
      },
    ],
  })
}
