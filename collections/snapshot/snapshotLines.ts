import type { GlobalSlug, PayloadRequest } from 'payload'
import { publicGlobal, publicView, withoutUser } from '../hooks/publicView.ts'
import { currentRevision } from '../publications/assignRevision.ts'
import { changedSince, type Changed } from './changedSince.ts'
import { snapshotCollections, snapshotGlobals } from './contents.ts'
import { isPublicMedia, onlyPublic, publicMedia, publicOf } from './publicMedia.ts'

export type SnapshotLine =
  | { kind: 'start'; revision: number; since: number }
  | { kind: 'doc'; collection: string; id: string; doc: object }
  | { kind: 'gone'; collection: string; id: string }
  | { kind: 'global'; slug: GlobalSlug; doc: object }
  | { kind: 'end'; count: number }

const batchSize = 200

/**
 * The published content, line by line: everything, or what changed after revision `since`. Documents are read as a
 * stranger reads them, so drafts and private fields cannot be in it. Memory does not grow with the number of documents.
 * The revision is read first: what is published meanwhile may be in it already and will come again with the next one.
 */
export async function* snapshotLines(req: PayloadRequest, since = 0): AsyncGenerator<SnapshotLine> {
  const revision = await currentRevision(req.payload)
  // A number from the future comes from another database: only everything is right then.
  const changes = since > 0 && since <= revision ? await changedSince(req.payload, since, revision) : null
  yield { kind: 'start', revision, since: changes ? since : 0 }
  let count = 0
  for await (const line of changes ? someLines(req, changes) : allLines(req)) {
    count += 1
    yield line
  }
  yield { kind: 'end', count }
}

async function* allLines(req: PayloadRequest): AsyncGenerator<SnapshotLine> {
  for (const slug of snapshotGlobals) yield { kind: 'global', slug, doc: await publicGlobal(req, slug) }
  for (const collection of snapshotCollections)
    for await (const doc of inBatches((where) => readPublished(req, collection, where)))
      yield { kind: 'doc', collection, id: doc.id, doc }
  for await (const doc of inBatches((where) => readMedia(req, where)))
    yield { kind: 'doc', collection: 'media', id: doc.id, doc }
}

type Found = { docs: { id: string }[]; lastId: string | undefined }
type AfterId = { id: { greater_than: string } } | Record<string, never>

/** Walks a collection by id, so that documents saved meanwhile neither repeat others nor hide them. */
async function* inBatches(read: (where: AfterId) => Promise<Found>): AsyncGenerator<{ id: string }> {
  let where: AfterId = {}
  for (;;) {
    const { docs, lastId } = await read(where)
    yield* docs
    if (lastId === undefined) return
    where = { id: { greater_than: lastId } }
  }
}

const readPublished = async (
  req: PayloadRequest,
  collection: (typeof snapshotCollections)[number],
  where: AfterId,
): Promise<Found> => {
  const { docs } = await req.payload.find({
    collection,
    where,
    sort: 'id',
    limit: batchSize,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req: withoutUser(req),
  })
  return { docs, lastId: docs.length < batchSize ? undefined : docs.at(-1)?.id }
}

const readMedia = async (req: PayloadRequest, where: AfterId): Promise<Found> => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where,
    sort: 'id',
    limit: batchSize,
    pagination: false,
    depth: 0,
    // The library has no public access; publicOf keeps what published documents use.
    overrideAccess: true,
  })
  const used = await publicOf(
    req,
    docs.map(({ id }) => id),
  )
  const lastId = docs.length < batchSize ? undefined : docs.at(-1)?.id
  return { docs: docs.filter(({ id }) => used.has(id)).map(onlyPublic), lastId }
}

async function* someLines(
  req: PayloadRequest,
  { globals, documents, media }: Changed,
): AsyncGenerator<SnapshotLine> {
  for (const slug of globals) yield { kind: 'global', slug, doc: await publicGlobal(req, slug) }
  for (const { collection, id } of documents)
    yield line(collection, id, await publicView(req, collection, id))
  for (const id of media)
    yield line('media', id, (await isPublicMedia(req, id)) ? await publicMedia(req, id) : null)
}

const line = (collection: string, id: string, doc: object | null): SnapshotLine =>
  doc ? { kind: 'doc', collection, id, doc } : { kind: 'gone', collection, id }
