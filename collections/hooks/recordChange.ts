import type { CollectionSlug, PayloadRequest } from 'payload'
import { before, remember } from './before.ts'
import { publicView } from './publicView.ts'
import { record } from './requestRebuild.ts'

/**
 * For writes that pass by the hooks of a save: runs one, in the transaction of the request, and writes the row of the outbox
 * if residents will see a difference.
 */
export const recordChange = async <T>(
  req: PayloadRequest,
  { collection, id }: { collection: CollectionSlug; id: string },
  write: () => Promise<T>,
): Promise<T> => {
  await remember(req, collection, id)
  const { view } = before(req, collection, id)
  const result = await write()
  await record(req, {
    collection,
    id,
    before: view,
    after: await publicView(req, collection, id),
    isDeleted: false,
  })
  return result
}
