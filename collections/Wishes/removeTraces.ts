import type { CollectionAfterDeleteHook } from 'payload'
import { all } from '../where.ts'
import { photoCredit } from './storePhoto.ts'

/** What hangs on a wish goes with it: who supported it (keyed hashes), and its photo. */
export const removeTraces: CollectionAfterDeleteHook<{ id: string; photo?: unknown }> = async ({
  doc,
  id,
  req,
}) => {
  await req.payload.db.deleteMany({
    collection: 'wish-supports',
    where: { wish: { equals: String(id) } },
    req,
  })
  const photo = idOf(doc.photo)
  if (!photo) return
  await req.payload.delete({
    collection: 'media',
    // Only what came with a wish: an editor may have put a picture of the library in its place.
    where: all({ id: { equals: photo } }, { credit: { equals: photoCredit } }),
    depth: 0,
    // The caller could delete the wish; a file that something published shows stays (keepUsedFiles).
    overrideAccess: true,
    req,
  })
}

const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
