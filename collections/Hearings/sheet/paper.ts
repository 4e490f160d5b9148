import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'

export type Paper = PDFKit.PDFDocument
export type Section = PDFKit.PDFStructureElement

/** Points; A4 is 595.28 × 841.89. */
export const margin = 42
export const ink = '#000000'
export const soft = '#3a3a3a'

/**
 * An empty tagged A4 document with our fonts, no first page. Equal input gives equal bytes: its dates are `madeAt`, and its
 * id follows from them and the title. No standard font of PDF is ever chosen: those are not embedded. It does not call itself
 * PDF/UA: nobody has audited it.
 */
export const newPaper = ({ title, madeAt }: { title: string; madeAt: Date }): Paper => {
  const paper = new PDFDocument({
    size: 'A4',
    margin,
    font: regularFont(),
    lang: 'ru-RU',
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    bufferPages: true,
    autoFirstPage: false,
    info: { Title: title, Creator: 'Портал Люберец', CreationDate: madeAt, ModDate: madeAt },
  })
  paper.registerFont('regular', regularFont())
  paper.registerFont('bold', boldFont())
  return paper.font('regular')
}

/** All bytes of the document, which ends here. */
export const bytesOf = (paper: Paper): Promise<Buffer> => {
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) =>
    paper
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(Buffer.concat(chunks)))
      .on('error', reject),
  )
  paper.end()
  return ended
}

/** What is drawn for the eye alone: lines, repeated words. A screen reader passes over it. */
export const artifact = (paper: Paper, draw: () => void): void => {
  paper.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.endMarkedContent()
}

/** A text that ends with «…» where it is longer than `most` letters. */
export const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

/** A line across, `y` points from the top. */
export const rule = (paper: Paper, y: number, width: number): void =>
  artifact(paper, () => {
    paper.save().lineWidth(width).strokeColor(ink)
    paper
      .moveTo(margin, y)
      .lineTo(paper.page.width - margin, y)
      .stroke()
      .restore()
  })

/** Width between the margins. */
export const textWidth = (paper: Paper): number => paper.page.width - 2 * margin

// Asked when they are needed, and by the folder of the package: a bundle of this file cannot hold a font.
const font = (file: string): string => {
  const about = findPackageJSON('@expo-google-fonts/golos-text', import.meta.url)
  if (!about) throw new Error('The fonts of the sheet are not installed: npm ci')
  return join(dirname(about), file)
}
const regularFont = (): string => font('400Regular/GolosText_400Regular.ttf')
const boldFont = (): string => font('700Bold/GolosText_700Bold.ttf')
