import { createHash, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'
import { dataDir } from '../dataDir.ts'
import { dayOf, endOfDay, plusDays, type Day } from '../moscow.schema.ts'
import type { Edition, Manifest } from '../payload-types.ts'
import { idOf } from '../relation.ts'
import { manifestFormat, signedText, type ManifestEdition } from './manifest.schema.ts'
import { readNoticeKey, type NoticeKey } from './noticeKey.ts'

/**
 * Signs every day that is over and has no manifest yet, the days on which the portal stood still included. The first one
 * holds all editions so far. Safe in several processes: the unique day refuses the second.
 */
export const signManifests = async (payload: Payload, now = new Date()): Promise<void> => {
  const yesterday = plusDays(dayOf(now), -1)
  let last = await lastManifest(payload)
  if (last && last.day >= yesterday) return
  const key = await readNoticeKey(dataDir())
  const signed = await signedEditions(payload)
  while (!last || last.day < yesterday) {
    const day: Day = last ? plusDays(last.day, 1) : yesterday
    const made = await signDay(payload, { day, key, previous: last?.sha256 ?? '', signed, now })
    // Another process goes on from here.
    if (!made) return
    last = made
  }
}

type Signing = { day: Day; key: NoticeKey; previous: string; signed: Set<string>; now: Date }

const signDay = async (
  payload: Payload,
  { day, key, previous, signed, now }: Signing,
): Promise<Manifest | null> => {
  const editions = await editionsUntil(payload, { day, signed })
  const manifest = {
    format: manifestFormat,
    day,
    signedAt: now.toISOString(),
    previous,
    editions,
    key: key.public,
  } as const
  const text = signedText(manifest)
  try {
    const made = await payload.create({
      collection: 'manifests',
      data: {
        ...manifest,
        sha256: createHash('sha256').update(text).digest('hex'),
        signature: sign(null, Buffer.from(text), key.private).toString('base64'),
      },
      depth: 0,
      // Only the portal writes manifests.
      overrideAccess: true,
    })
    for (const edition of editions) signed.add(nameOf(edition))
    return made
  } catch (error) {
    if (await isSignedSoon(payload, day)) return null
    throw error
  }
}

/** Whether another process has signed the day: the one that this one gave way to may still have to commit. */
const isSignedSoon = async (payload: Payload, day: Day): Promise<boolean> => {
  for (let look = 0; look < looks; look += 1) {
    const last = await lastManifest(payload)
    if (last && last.day >= day) return true
    await sleep(pauseMs)
  }
  return false
}

const looks = 20
const pauseMs = 100

const lastManifest = async (payload: Payload): Promise<Manifest | null> => {
  const { docs } = await payload.db.find<Manifest>({
    collection: 'manifests',
    sort: '-day',
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

const signedEditions = async (payload: Payload): Promise<Set<string>> => {
  const { docs } = await payload.db.find<Manifest>({ collection: 'manifests', pagination: false })
  return new Set(docs.flatMap((manifest) => manifestEditions(manifest).map(nameOf)))
}

/** Editions until the end of the day that no manifest has: one whose transaction ended after midnight is in the next. */
const editionsUntil = async (
  payload: Payload,
  { day, signed }: { day: Day; signed: ReadonlySet<string> },
): Promise<ManifestEdition[]> => {
  const { docs } = await payload.db.find<Edition>({
    collection: 'editions',
    where: { publishedAt: { less_than_equal: endOfDay(day).toISOString() } },
    sort: 'publishedAt',
    pagination: false,
    select: { hearing: true, edition: true, sha256: true, publishedAt: true },
  })
  return docs
    .map(({ edition, hearing, publishedAt, sha256 }) => ({
      hearing: idOf(hearing),
      edition,
      sha256,
      publishedAt: new Date(publishedAt).toISOString(),
    }))
    .filter((edition) => !signed.has(nameOf(edition)))
}

const nameOf = ({ edition, hearing }: ManifestEdition): string => `${hearing} ${edition}`

// Written by this file alone.
const manifestEditions = ({ editions }: Manifest): ManifestEdition[] => editions as ManifestEdition[]
