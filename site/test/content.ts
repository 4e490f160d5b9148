import { install } from '../src/cms/resident.ts'
import { parse } from '../src/cms/source.ts'
import { contentStream } from './fixture/index.ts'
import { fixtureContent, type Content } from './fixture/content.ts'

/** The moment unit tests live in. */
export const testNow = new Date('2026-11-23T09:00:00.000Z')

/** The fixture with a picture and a file in the library, but without the files themselves. */
export function testContent(): Content {
  const content = fixtureContent(testNow)
  content.documents.media = ['m-most', 'm-park', 'm-portret', 'm-malyj'].map(picture)
  content.documents.media.push(pdf)
  return content
}

/** Makes this content what the door shows. */
export async function openWith(content: Content = testContent()) {
  return install(await batchOf(content))
}

export function batchOf(content: Content, head: { revision?: number; since?: number } = {}) {
  return parse(streamOf(contentStream(content, head)), 'проба')
}

/** A text as a stream of small chunks, cut without regard to lines and characters. */
export async function* streamOf(text: string, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** A document of some content, to be changed before it is installed. */
export function documentOf(content: Content, collection: string, id: string): Record<string, unknown> {
  const doc = content.documents[collection]?.find((other) => other.id === id)
  if (!doc) throw new Error(`No ${collection}/${id} in the fixture`)
  return doc
}

const stamps = { createdAt: '2026-01-10T08:00:00.000Z', updatedAt: '2026-01-10T08:00:00.000Z' }

function picture(id: string) {
  return {
    id,
    kind: 'image',
    alt: `Рисунок ${id}`,
    filename: `${id}.jpg`,
    url: `/media/${id}.jpg`,
    mimeType: 'image/jpeg',
    width: 1600,
    height: 900,
    filesize: 1000,
    sizes: {
      w320avif: size(`${id}-320x180.avif`, 320, 180, 'image/avif'),
      w320webp: size(`${id}-320x180.webp`, 320, 180, 'image/webp'),
      w1280webp: { url: null, width: null, height: null, mimeType: null, filesize: null, filename: null },
      og: size(`${id}-1200x630.jpg`, 1200, 630, 'image/jpeg'),
    },
    ...stamps,
  }
}

function size(filename: string, width: number, height: number, mimeType: string) {
  return { url: `/media/${filename}`, filename, width, height, mimeType, filesize: 500 }
}

const pdf = {
  id: 'm-pdf',
  kind: 'document',
  alt: '',
  filename: 'protokol.pdf',
  url: '/media/protokol.pdf',
  mimeType: 'application/pdf',
  filesize: 180_000,
  pages: 2,
  ...stamps,
}
