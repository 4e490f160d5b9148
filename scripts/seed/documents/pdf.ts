import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/golos-text/${file}.ttf`))
const regular = font('400Regular/GolosText_400Regular')
const bold = font('600SemiBold/GolosText_600SemiBold')

export type PdfText = { title: string; text: string; madeAt: Date }

/**
 * A small A4 document with selectable Russian text: a heading, then lines of `text` («## » heading, «- » item,
 * «left | right» two columns, anything else a paragraph). Every page says that it is a demo.
 */
export async function pdf({ title, text, madeAt }: PdfText): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: 76, bottom: 72, left: 72, right: 62 },
    lang: 'ru-RU',
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    bufferPages: true,
    info: { Title: title, Author: 'Демонстрационный документ', CreationDate: madeAt, ModDate: madeAt },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject))
  document.font(bold).fontSize(17).text(title, { lineGap: 2 }).moveDown(0.8)
  for (const line of text.trim().split(/\n+/)) write(document, line.trim())
  stamp(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function write(document: PDFKit.PDFDocument, line: string): void {
  if (line.startsWith('## ')) {
    document.moveDown(0.5).font(bold).fontSize(12.5).text(line.slice(3)).moveDown(0.3)
    return
  }
  document.font(regular).fontSize(11)
  const [left, right] = line.split(' | ')
  if (right !== undefined) return row(document, left ?? '', right)
  const text = line.startsWith('- ') ? `—  ${line.slice(2)}` : line
  document.text(text, { lineGap: 3, indent: 0 }).moveDown(0.4)
}

function row(document: PDFKit.PDFDocument, left: string, right: string): void {
  const { left: margin } = document.page.margins
  const column = 150
  const width = document.page.width - margin - document.page.margins.right - column
  const height = Math.max(
    document.heightOfString(left, { width: column - 12 }),
    document.heightOfString(right, { width }),
  )
  if (document.y + height > document.page.height - document.page.margins.bottom) document.addPage()
  const top = document.y
  document.fillColor('#4a5953').text(left, margin, top, { width: column - 12 })
  document.fillColor('#14201b').text(right, margin + column, top, { width })
  document.x = margin
  document.y = top + height + 6
}

/** Above and below every page; written last, when the number of pages is known. */
function stamp(document: PDFKit.PDFDocument): void {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    const { margins, width, height } = document.page
    const space = width - margins.left - margins.right
    // Without this, text below the bottom margin would open a new page.
    document.page.margins.bottom = 0
    document.font(regular).fontSize(9).fillColor('#4a5953')
    document.text('Демонстрационный документ: люди, адреса и цифры вымышлены', margins.left, 40, {
      width: space,
      lineBreak: false,
    })
    document.text(`Страница ${page + 1} из ${count}`, margins.left, height - 44, {
      width: space,
      lineBreak: false,
    })
  }
}
