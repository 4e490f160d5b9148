import type { PayloadRequest } from 'payload'
import { editorialSlugs } from '../editorial.ts'
import type { Addressee, Media, Stream, Wish } from '../payload-types.ts'
import { all } from '../where.ts'
import { openStates } from '../Wishes/wishes.schema.ts'

/**
 * Whether a file belongs to something residents read: a published document, a published wish, an addressee, a stream or the
 * site settings. The library itself has no public access at all, so this is the only door to it.
 */
export const isPublicMedia = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const where = all({ mediaRefs: { equals: id } }, { _status: { equals: 'published' } })
  for (const collection of editorialSlugs) {
    const { totalDocs } = await req.payload.db.count({ collection, req, where })
    if (totalDocs > 0) return true
  }
  const [wishes, addressees, streams] = await Promise.all([
    req.payload.db.count({ collection: 'wishes', req, where: onOpenWish(id) }),
    req.payload.db.count({ collection: 'addressees', req, where: { portrait: { equals: id } } }),
    req.payload.db.count({ collection: 'streams', req, where: { captions: { equals: id } } }),
  ])
  if (wishes.totalDocs + addressees.totalDocs + streams.totalDocs > 0) return true
  return (await settingsMedia(req)) === id
}

/** Those of the given files that residents may see: the same rule as isPublicMedia, for many at once. */
export const publicOf = async (req: PayloadRequest, ids: string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const where = all({ mediaRefs: { in: ids } }, { _status: { equals: 'published' } })
  const used = new Set<unknown>([await settingsMedia(req)])
  for (const collection of editorialSlugs) {
    const { values } = await req.payload.db.findDistinct({ collection, field: 'mediaRefs', where, limit: 0 })
    for (const value of values) used.add(value['mediaRefs'])
  }
  const [wishes, addressees, streams] = await Promise.all([
    req.payload.db.find<Wish>({ collection: 'wishes', where: onOpenWish(...ids), pagination: false }),
    req.payload.db.find<Addressee>({
      collection: 'addressees',
      where: { portrait: { in: ids } },
      pagination: false,
    }),
    req.payload.db.find<Stream>({
      collection: 'streams',
      where: { captions: { in: ids } },
      pagination: false,
    }),
  ])
  for (const { photo } of wishes.docs) used.add(photo)
  for (const { portrait } of addressees.docs) used.add(portrait)
  for (const { captions } of streams.docs) used.add(captions)
  return new Set(ids.filter((id) => used.has(id)))
}

/** Wishes that residents read and that show one of the files. */
const onOpenWish = (...ids: string[]) => all({ photo: { in: ids } }, { status: { in: [...openStates] } })

/** What residents read of a file: what the page shows, not who uploaded it. */
export const publicMedia = async (req: PayloadRequest, id: string): Promise<PublicMedia | null> => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    // The caller has shown that a published document uses the file.
    overrideAccess: true,
    ...(req.transactionID === undefined ? {} : { req: { transactionID: req.transactionID } }),
  })
  return docs[0] ? onlyPublic(docs[0]) : null
}

/** The fields of a file the site needs; everything else stays in the library. */
export const onlyPublic = (media: Media): PublicMedia => ({
  id: media.id,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  demo: media.demo,
  kind: media.kind,
  pages: media.pages,
  text: media.text,
  filename: media.filename,
  mimeType: media.mimeType,
  filesize: media.filesize,
  width: media.width,
  height: media.height,
  focalX: media.focalX,
  focalY: media.focalY,
  sizes: media.sizes,
  createdAt: media.createdAt,
  updatedAt: media.updatedAt,
})

export type PublicMedia = Omit<Media, 'uploadedBy' | 'url' | 'thumbnailURL'>

/** The picture of the site settings, the one file a global names. */
export const settingsMedia = async (req: PayloadRequest): Promise<string | undefined> => {
  const settings = await req.payload.findGlobal({
    slug: 'settings',
    depth: 0,
    ...(req.transactionID === undefined ? {} : { req: { transactionID: req.transactionID } }),
  })
  const image = settings.ogImage
  return typeof image === 'string' ? image : (image?.id ?? undefined)
}
