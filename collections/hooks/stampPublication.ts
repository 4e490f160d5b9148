import type { CollectionBeforeChangeHook } from 'payload'
import type { EditorialSlug } from '../editorial.ts'
import { before } from './before.ts'
import { publishes } from './intent.ts'
import type { Saved } from './saved.ts'

/** Sets the date residents see at the first publication, and remembers for good that there was one. */
export const stampPublication =
  (collection: EditorialSlug): CollectionBeforeChangeHook<Saved> =>
  ({ context, data, operation, originalDoc, req }) => {
    const known: unknown = before(req, collection, originalDoc?.['id']).main?.['firstPublishedAt']
    if (!publishes({ context, operation, status: data['_status'] }))
      return { ...data, firstPublishedAt: known ?? null }
    const now = new Date().toISOString()
    return { ...data, publishedAt: data['publishedAt'] ?? now, firstPublishedAt: known ?? now }
  }
