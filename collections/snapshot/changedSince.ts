import type { GlobalSlug, Payload } from 'payload'
import { prunedRevision } from '../publications/prune.ts'
import { manyChanges, wholeCollection } from '../publications/wholeCollection.schema.ts'
import { snapshotCollections, snapshotGlobals } from './contents.ts'

type SnapshotCollection = (typeof snapshotCollections)[number]

export type Changed = {
  globals: GlobalSlug[]
  documents: { collection: SnapshotCollection; id: string }[]
  /** Files changed themselves, and files a changed document names now or named before. */
  media: string[]
}

/** What the log says changed after `since` up to and including `revision`; null when it is better to read everything. */
export const changedSince = async (
  payload: Payload,
  since: number,
  revision: number,
): Promise<Changed | null> => {
  if (since < (await prunedRevision(payload))) return null
  const where = { and: [{ revision: { greater_than: since } }, { revision: { less_than_equal: revision } }] }
  const { totalDocs } = await payload.db.count({ collection: 'publications', where })
  if (totalDocs > manyChanges) return null
  const { docs } = await payload.find({
    collection: 'publications',
    where,
    sort: 'requestedAt',
    pagination: false,
    depth: 0,
    // Only which documents changed is taken from the log; they are then read as a stranger reads them.
    overrideAccess: true,
  })
  const documents = new Map<string, { collection: SnapshotCollection; id: string }>()
  const globals = new Set<GlobalSlug>()
  const media = new Set<string>()
  for (const { collectionSlug, documentId, documents: ids, media: files } of docs) {
    if (documentId === wholeCollection && isCollection(collectionSlug)) {
      if (!ids?.length) return null
      for (const id of ids) documents.set(`${collectionSlug}/${id}`, { collection: collectionSlug, id })
    } else if (isGlobal(collectionSlug)) globals.add(collectionSlug)
    else if (isCollection(collectionSlug))
      documents.set(`${collectionSlug}/${documentId}`, { collection: collectionSlug, id: documentId })
    else if (collectionSlug === 'media') media.add(documentId)
    for (const file of files ?? []) media.add(file)
  }
  if (documents.size > manyChanges) return null
  return { globals: [...globals], documents: [...documents.values()], media: [...media] }
}

const isGlobal = (slug: string): slug is GlobalSlug => snapshotGlobals.some((known) => known === slug)
const isCollection = (slug: string): slug is SnapshotCollection =>
  snapshotCollections.some((known) => known === slug)
