import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a stranger's program reads it. */
export type ReadPdf = {
  title: string
  language: string
  isMarked: boolean
  pages: { width: number; height: number; text: string; roles: string[]; alts: string[]; boxes: Box[] }[]
  /** The text of the QR code on a page, of a picture of it. */
  qrOf: (page: number, square?: Square) => Promise<string | null>
}

/** Where to look for the code: points from the top left. */
export type Square = { x: number; y: number; size: number }

/** Where a run of text stands, in points from the bottom left; upright text only. */
export type Box = { text: string; x: number; y: number; width: number; height: number }

export const readPdf = async (bytes: Buffer): Promise<ReadPdf> => {
  const pdf = await getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 }).promise
  const { info } = await pdf.getMetadata()
  const facts = new Map(Object.entries(info))
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) => ('str' in item ? item : []))
    const tree: unknown = await page.getStructTree()
    pages.push({
      width,
      height,
      text: spaced(texts.map(({ str }) => str).join(' ')),
      roles: valuesOf(tree, 'role'),
      alts: valuesOf(tree, 'alt'),
      boxes: texts
        .filter(({ str, transform }) => str.trim() !== '' && Number(transform[1]) === 0)
        .map(({ str, transform, width, height }) => ({
          text: str,
          x: Number(transform[4]),
          y: Number(transform[5]),
          width,
          height,
        })),
    })
  }
  return {
    title: String(facts.get('Title')),
    language: String(facts.get('Language')),
    isMarked: isMarked(await pdf.getMarkInfo()),
    pages,
    // The code of a notice's foot: the slips below have theirs as well, and jsqr reads one.
    qrOf: async (number, square = { x: 30, y: 842 - 148 - 118, size: 130 }) => {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: 3 })
      const { canvas, context } = canvasOf(pdf.canvasFactory, viewport)
      await page.render({ canvas, canvasContext: context, viewport }).promise
      const [x, y, size] = [square.x * 3, square.y * 3, square.size * 3]
      const { data, width, height } = context.getImageData(x, y, size, size)
      return jsqr.default(data, width, height)?.data ?? null
    },
  }
}

/** Words alone: no matter how many spaces, or which. */
export const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

// A map, whatever its types say.
const isMarked = (info: unknown): boolean => info instanceof Map && info.get('Marked') === true

const valuesOf = (node: unknown, key: string): string[] => {
  if (Array.isArray(node)) return node.flatMap((each) => valuesOf(each, key))
  if (typeof node !== 'object' || node === null) return []
  const own: unknown = Reflect.get(node, key)
  const children: unknown = Reflect.get(node, 'children')
  return [...(typeof own === 'string' ? [own] : []), ...valuesOf(children, key)]
}

type Drawing = { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }

const canvasOf = (factory: unknown, { width, height }: { width: number; height: number }): Drawing =>
  // What pdfjs makes for itself in Node; its types leave the factory open.
  (factory as { create: (width: number, height: number) => Drawing }).create(
    Math.ceil(width),
    Math.ceil(height),
  )
