import { documentSeeds } from '../documents/documents.ts'
import { pdf } from '../documents/pdf.ts'
import { credit, pictures, renderPicture, type PictureKey } from '../pictures/index.ts'
import { renderSocialCard, socialCardAlt } from '../pictures/socialCard.ts'
import { fewAtATime, type Seeding } from './seeding.ts'

/** Draws and uploads the pictures, makes and uploads the papers; those already in the library are found again. */
export async function writeMedia(seeding: Seeding): Promise<number> {
  const { payload, clock, ids } = seeding
  const { docs } = await payload.find({
    collection: 'media',
    pagination: false,
    depth: 0,
    select: { alt: true, caption: true, credit: true, demo: true },
  })
  // The portal renames what it stores, so a picture is known by its description and a paper by its title.
  const known = new Map(
    docs.map((doc) => [doc.demo ? doc.caption : doc.credit === credit && doc.alt, doc.id]),
  )

  const uploads: Upload[] = [
    ...pictureKeys.map((key) => ({
      key: `picture:${key}`,
      mark: pictures[key].alt,
      name: `risunok-${key}.png`,
      make: () => renderPicture(key),
      data: { alt: pictures[key].alt, credit },
    })),
    {
      key: 'picture:socialCard',
      mark: socialCardAlt,
      name: 'kartochka-portala.png',
      make: renderSocialCard,
      data: { alt: socialCardAlt, credit },
    },
    ...documentSeeds(clock).map(({ key, file, title, text }) => ({
      key: `document:${key}`,
      mark: title,
      name: `${file}.pdf`,
      make: () => pdf({ title, text, madeAt: clock.now }),
      data: { caption: title, demo: true },
    })),
  ]
  const missing = uploads.filter(({ key, mark }) => {
    const id = known.get(mark)
    if (id) ids.set(key, id)
    return !id
  })
  await fewAtATime(
    missing,
    async ({ key, name, make, data }) => {
      const bytes = await make()
      const mimetype = name.endsWith('.pdf') ? 'application/pdf' : 'image/png'
      const file = { data: bytes, name, mimetype, size: bytes.length }
      const { id } = await payload.create({ collection: 'media', data, file, depth: 0 })
      ids.set(key, id)
    },
    2,
  )
  return missing.length
}

type Upload = {
  key: string
  /** What tells it from others in the library. */
  mark: string
  name: string
  make: () => Promise<Buffer>
  data: { alt?: string; caption?: string; credit?: string; demo?: boolean }
}

// The keys of a constant object of ours are exactly its type.
const pictureKeys = Object.keys(pictures) as PictureKey[]
