import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { publicView, type PublicView } from './publicView.ts'
import type { Saved } from './saved.ts'

/** What the database held before this save: the main document as it was, and what a resident could read of it. */
type Before = { main: Record<string, unknown> | null; view: PublicView | null }

const nothing: Before = { main: null, view: null }

/** First hook of a save: remembers the state before it, within the transaction, for the hooks that compare. */
export const rememberBefore =
  (collection: CollectionSlug): CollectionBeforeChangeHook<Saved> =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation === 'update') await remember(req, collection, String(originalDoc?.['id']))
    return data
  }

export const remember = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> => {
  const where = { id: { equals: id } }
  const main = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    req,
    where,
  })
  memory(req).set(`${collection}/${id}`, { main, view: await publicView(req, collection, id) })
}

export const before = (req: PayloadRequest, collection: CollectionSlug, id: unknown): Before =>
  memory(req).get(`${collection}/${String(id)}`) ?? nothing

const key = 'stateBefore'

const memory = (req: PayloadRequest): Map<string, Before> => {
  const known = req.context[key]
  // Only this file writes under the key.
  if (known instanceof Map) return known as Map<string, Before>
  const fresh = new Map<string, Before>()
  req.context[key] = fresh
  return fresh
}
