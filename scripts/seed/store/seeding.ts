import type { CollectionSlug, Payload } from 'payload'
import { richText } from '../text/richText.ts'
import type { DemoClock } from '../time/demoClock.ts'

/** What the writers of one run share. */
export type Seeding = {
  payload: Payload
  clock: DemoClock
  log: (line: string) => void
  /** Ids by «collection:slug» (media: «picture:key», «document:key»). */
  ids: Map<string, string>
}

export const idOf = ({ ids }: Seeding, collection: string, slug: string): string => {
  const id = ids.get(`${collection}:${slug}`)
  if (!id) throw new Error(`The demo names ${collection}/${slug}, which was not seeded before it`)
  return id
}

/** Demo markup as rich text, with its links to documents resolved. */
export const body = (seeding: Seeding, markup: string) =>
  richText(markup, (collection, slug) => idOf(seeding, collection, slug))

type WithSlug = Extract<
  CollectionSlug,
  | 'news'
  | 'events'
  | 'hearings'
  | 'sessions'
  | 'deputies'
  | 'districts'
  | 'pages'
  | 'addressees'
  | 'polls'
  | 'houses'
  | 'documents'
  | 'elections'
  | 'places'
>

/**
 * Writes those of the records that are not there yet (known by their slug), a few at a time, and remembers all ids.
 * What an editor has changed since stays as it is.
 */
export async function writeMissing<T extends { slug: string }>(
  seeding: Seeding,
  collection: WithSlug,
  records: T[],
  write: (record: T) => Promise<{ id: string }>,
): Promise<number> {
  const { payload, ids } = seeding
  const { docs } = await payload.find({ collection, pagination: false, depth: 0, select: { slug: true } })
  for (const { id, slug } of docs) if (slug) ids.set(`${collection}:${slug}`, id)
  const missing = records.filter(({ slug }) => !ids.has(`${collection}:${slug}`))
  await fewAtATime(missing, async (record) => {
    const { id } = await write(record)
    ids.set(`${collection}:${record.slug}`, id)
  })
  return missing.length
}

/** Two cores: four writes under way keep the database busy while others are being prepared. */
export async function fewAtATime<T>(items: T[], work: (item: T) => Promise<void>, width = 4): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) await work(item)
    }),
  )
}
