import type { CollectionSlug, PayloadRequest } from 'payload'
import { manyChanges, wholeCollection } from '../publications/wholeCollection.schema.ts'
import { wakeDispatcher } from '../publications/wake.ts'

type Many = { collection: CollectionSlug; title: string; ids: string[] }

/** One row of the outbox for many documents written together, in the transaction of the request. */
export const recordMany = async (req: PayloadRequest, { collection, title, ids }: Many): Promise<void> => {
  await req.payload.create({
    collection: 'publications',
    data: {
      collectionSlug: collection,
      documentId: wholeCollection,
      // More are read faster as a whole.
      documents: ids.length <= manyChanges ? ids : [],
      title,
      kind: 'updated',
      requestedAt: new Date().toISOString(),
      status: 'queued',
      actor: req.user?.name ?? 'Портал',
    },
    depth: 0,
    // Nobody may write the outbox by hand.
    overrideAccess: true,
    req,
  })
  // Inside a transaction the dispatcher wakes at its commit; a database without them has a promise of nothing here.
  if (!(await req.transactionID)) wakeDispatcher()
}
