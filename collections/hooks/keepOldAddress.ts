import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { documentPath, hasPage } from '../documentPath.schema.ts'
import type { EditorialSlug } from '../editorial.ts'
import { before } from './before.ts'
import { publishes, writesMain } from './intent.ts'
import type { Saved } from './saved.ts'

/**
 * Leaves a redirect where a published document used to be, and removes one that stands where a document now is. Runs
 * in the transaction of the save; Redirects.ts keeps chains and loops from arising.
 */
export const keepOldAddress =
  (collection: EditorialSlug): CollectionAfterChangeHook<Saved> =>
  async ({ context, doc, operation, req }) => {
    const save = { context, operation, status: doc._status }
    if (!hasPage(collection) || !writesMain(save)) return doc
    const main = before(req, collection, doc.id).main
    const path = documentPath(collection, String(doc['slug']))
    const isMoved =
      Boolean(main?.['firstPublishedAt']) && typeof main?.['slug'] === 'string' && main['slug'] !== doc.slug
    if (isMoved || publishes(save)) await removeFrom(req, path)
    if (isMoved) await redirect(req, documentPath(collection, String(main?.['slug'])), path)
    return doc
  }

const removeFrom = async (req: PayloadRequest, path: string): Promise<void> => {
  // Redirects belong to the portal here, not to the editor who saved.
  await req.payload.delete({
    collection: 'redirects',
    where: { from: { equals: path } },
    overrideAccess: true,
    depth: 0,
    req,
  })
}

const redirect = async (req: PayloadRequest, from: string, to: string): Promise<void> => {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    limit: 1,
    depth: 0,
    req,
  })
  const known = docs[0]
  if (known) await req.payload.update({ collection: 'redirects', id: known.id, data: { to }, depth: 0, req })
  else await req.payload.create({ collection: 'redirects', data: { from, to }, depth: 0, req })
}
