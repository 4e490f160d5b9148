import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'
import { isPublicMedia, publicMedia } from '../snapshot/publicMedia.ts'

/** A document as somebody without an account may read it: access rules and private fields applied, relations as ids. */
export type PublicView = Record<string, unknown>

/** The public view of one document, or null when residents cannot read it. Reads within the request's transaction. */
export const publicView = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<PublicView | null> => {
  if (collection === 'media') return (await isPublicMedia(req, id)) ? publicMedia(req, id) : null
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req: withoutUser(req),
  })
  return docs[0] ? { ...docs[0] } : null
}

export const publicGlobal = async (req: PayloadRequest, slug: GlobalSlug): Promise<PublicView> => ({
  ...(await req.payload.findGlobal({ slug, depth: 0, overrideAccess: false, req: withoutUser(req) })),
})

/** The same request as a stranger would make it, still inside the transaction. */
export const withoutUser = (req: PayloadRequest): Partial<PayloadRequest> => ({
  payload: req.payload,
  i18n: req.i18n,
  t: req.t,
  context: {},
  ...(req.transactionID === undefined ? {} : { transactionID: req.transactionID }),
})
