import type { Payload } from 'payload'

type MediaFile = { filename?: string | null; mimeType?: string | null }

/** As much of a `media` document as a preview needs. */
export type MediaDocument = MediaFile & {
  id: string | number
  sizes?: Record<string, MediaFile | null | undefined>
}

/** The media that a document at depth 0 names anywhere: fields, arrays, rich text. */
export const referencedMedia = async (payload: Payload, doc: unknown): Promise<MediaDocument[]> => {
  const ids = [...new Set(JSON.stringify(doc).match(/(?<=")[0-9a-f]{24}(?=")/g) ?? [])]
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    // What a document may show, its preview may show: the token (preview.ts) is the permission.
    overrideAccess: true,
  })
  return docs
}
