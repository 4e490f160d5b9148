import { createLocalReq, type Payload, type Where } from 'payload'
import { boundaryOf, concerns } from '../Hearings/territory.schema.ts'
import { withoutUser } from '../hooks/publicView.ts'
import type { Hearing, House, Publication } from '../payload-types.ts'
import { idOf } from '../relation.ts'
import { all } from '../where.ts'
import { noticeOf, type Change } from './noticeOf.ts'

/** How many rows of the log are looked at in one round. */
const atOnce = 200

/**
 * Makes notices of what has gone live since the last round. Rows of the log are marked by publications/applyResult.ts, so
 * nothing is told before it can be read. A document that has a newer change under way waits for it: what would be
 * told is what is read now, and that is not on the site yet.
 * @param groupMs notices within so long are one letter
 */
export const collectNotices = async (
  payload: Payload,
  { now, groupMs }: { now: Date; groupMs: number },
): Promise<void> => {
  const { docs: rows } = await payload.db.find<Publication>({
    collection: 'publications',
    where: { isToTell: { equals: true } },
    sort: 'requestedAt',
    limit: atOnce,
    pagination: false,
  })
  const documents = Map.groupBy(rows, ({ collectionSlug, documentId }) => `${collectionSlug}/${documentId}`)
  for (const changes of documents.values()) await tell(payload, changes, { now, groupMs })
}

const tell = async (
  payload: Payload,
  changes: Publication[],
  { now, groupMs }: { now: Date; groupMs: number },
): Promise<void> => {
  const [{ collectionSlug, documentId } = { collectionSlug: '', documentId: '' }] = changes
  if (isTold(collectionSlug)) {
    const isOfDocument = all(
      { collectionSlug: { equals: collectionSlug } },
      { documentId: { equals: documentId } },
    )
    const underWay = all(isOfDocument, { status: { not_equals: 'live' } })
    if ((await payload.db.count({ collection: 'publications', where: underWay })).totalDocs > 0) return
    const isNew = changes.some(({ kind }) => kind === 'published')
    const change = await readChange(payload, { collection: collectionSlug, id: documentId, isNew })
    const notice = change && noticeOf(change, now)
    if (notice)
      await createNotice(payload, {
        ...notice,
        collectionSlug,
        documentId,
        slot: await openSlot(payload, { now, groupMs }),
        isSpread: false,
      })
  }
  // Afterwards: whoever dies before makes the same notice again, and its key refuses it.
  await payload.db.updateMany({
    collection: 'publications',
    where: { id: { in: changes.map(({ id }) => id) } },
    data: { isToTell: false },
    returning: false,
  })
}

/** When letters «at once» leave: with those that already wait, else so long after the first of them. */
export const openSlot = async (
  payload: Payload,
  { now, groupMs }: { now: Date; groupMs: number },
): Promise<string> => {
  const waiting = await payload.db.findOne<{ id: string; slot: string | Date }>({
    collection: 'told-notices',
    where: { slot: { greater_than: new Date(now.getTime() + groupMs / 10).toISOString() } },
  })
  return new Date(waiting?.slot ?? now.getTime() + groupMs).toISOString()
}

const createNotice = async (payload: Payload, data: Record<string, unknown> & { key: string }) => {
  const where = { key: { equals: data.key } }
  if ((await payload.db.count({ collection: 'told-notices', where })).totalDocs > 0) return
  await payload.db.create({ collection: 'told-notices', data })
}

const told = ['news', 'events', 'hearings'] as const
const isTold = (collection: string): collection is Change['collection'] =>
  told.some((name) => name === collection)

type Changed = { collection: Change['collection']; id: string; isNew: boolean }

/** The document as residents read it; null when they no longer do. */
const readChange = async (payload: Payload, { collection, id, isNew }: Changed): Promise<Change | null> => {
  const req = withoutUser(await createLocalReq({}, payload))
  const one = { where: { id: { equals: id } }, depth: 0, limit: 1, overrideAccess: false, req }
  if (collection === 'news') {
    const [view] = (await payload.find({ collection, ...one })).docs
    return view ? { collection, isNew, view } : null
  }
  if (collection === 'events') {
    const [view] = (await payload.find({ collection, ...one })).docs
    return view ? { collection, isNew, view } : null
  }
  const [view] = (await payload.find({ collection, ...one })).docs
  return view ? { collection, isNew, view, houses: await housesConcerned(payload, view) } : null
}

/** Ids of the houses a notice concerns: the database picks those that may, the rule shared with the site decides. */
const housesConcerned = async (payload: Payload, notice: Hearing): Promise<string[]> => {
  const named = (notice.houses ?? []).map(idOf)
  const districts = (notice.districts ?? []).map(idOf)
  const boundary = boundaryOf(notice)
  const where: Where[] = []
  if (named.length > 0) where.push({ id: { in: named } })
  if (districts.length > 0) where.push({ district: { in: districts } })
  if (boundary.length > 0) where.push(all(...(['latitude', 'longitude'] as const).flatMap(betweenEnds)))
  if (where.length === 0) return []
  const { docs } = await payload.db.find<House>({
    collection: 'houses',
    where: { or: where },
    select: { district: true, latitude: true, longitude: true },
    pagination: false,
  })
  return docs.filter((house) => concerns(notice, house)).map(({ id }) => id)

  function betweenEnds(name: 'latitude' | 'longitude'): Where[] {
    const degrees = boundary.map((point) => point[name])
    return [
      { [name]: { greater_than_equal: Math.min(...degrees) } },
      { [name]: { less_than_equal: Math.max(...degrees) } },
    ]
  }
}
