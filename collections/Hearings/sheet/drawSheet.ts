import { drawQr } from './drawQr.ts'
import { artifact, clipped, ink, margin, rule, soft, textWidth, type Paper, type Section } from './paper.ts'
import type { SheetWords } from './sheetWords.ts'

const stripHeight = 148
const footHeight = 118
const slips = 9
const labelWidth = 104

/**
 * The sheet for the entrance door. Its type is as large as the words allow; words that do not fit at the smallest size
 * that is still readable go on on the next page. `house`: the address it will hang at.
 */
export const drawSheet = (paper: Paper, words: SheetWords, house?: string): void => {
  const first = addPage(paper)
  const section = paper.struct('Sect')
  paper.addStructure(section)
  // Words that are too long flow past this line onto a page of their own.
  paper.page.margins.bottom = stripHeight + footHeight + 8
  const top = drawHead(paper, section, words, house)
  const space = paper.page.height - paper.page.margins.bottom - top
  drawWords(paper, section, words, { top, scale: scaleFor(paper, words, space) })
  const last = pageCount(paper) - 1
  paper.switchToPage(first)
  // The foot stands below the line where words flow on.
  paper.page.margins.bottom = 0
  drawFoot(paper, section, words)
  drawStrip(paper, words)
  for (let page = first + 1; page <= last; page += 1) drawContinued(paper, words, page)
  paper.switchToPage(last)
  section.end()
}

const addPage = (paper: Paper): number => {
  paper.addPage()
  return pageCount(paper) - 1
}

const pageCount = (paper: Paper): number => {
  const { start, count } = paper.bufferedPageRange()
  return start + count
}

const drawHead = (paper: Paper, section: Section, words: SheetWords, house?: string): number => {
  const width = textWidth(paper)
  const marks = [words.isDraft && 'ЧЕРНОВИК', words.isDemo && 'Демонстрационный образец'].filter(Boolean)
  paper.font('bold').fontSize(12).fillColor(ink)
  paper.text(clipped(words.authority, 160), margin, 34, { width, structParent: section })
  paper.font('regular').fontSize(9.5).fillColor(soft)
  const line = [`Официальный портал: ${words.short.split('/')[0]}`, ...marks].join(' · ')
  paper.text(line, { width, structParent: section })
  if (house)
    paper.font('bold').fontSize(11).fillColor(ink).text(`Дом: ${house}`, { width, structParent: section })
  rule(paper, paper.y + 5, 2)
  return paper.y + 14
}

type Place = { top: number; scale: number }

const drawWords = (paper: Paper, section: Section, words: SheetWords, { top, scale }: Place): void => {
  const width = textWidth(paper)
  const say = (text: string, size: number, gap: number, options: PDFKit.Mixins.TextOptions = {}) => {
    keepTogether(paper.fontSize(size * scale), text, options.width ?? width)
    paper.text(text, { width, lineGap: 0, structParent: section, ...options })
    paper.y += gap * scale
  }
  paper.x = margin
  paper.y = top
  paper.font('bold').fillColor(ink)
  say(words.kind, sizes.kind, 4)
  say(words.title, sizes.title, 7, { structType: 'H1' })
  for (const alert of words.alerts) say(alert, sizes.text, 5)
  paper.font('regular')
  if (words.lead) say(words.lead, sizes.lead, 9)
  for (const part of words.parts) {
    // A heading does not stay alone at the foot of a page.
    if (paper.y + 34 * scale > paper.page.height - paper.page.margins.bottom) paper.addPage()
    rule(paper, paper.y, 0.75)
    const { y } = paper
    const size = part.isLarge ? sizes.large : sizes.text
    paper.font('bold').fontSize(sizes.label * scale)
    paper.text(part.label, margin, y + 6 * scale + baseline(size - sizes.label) * scale, {
      width: labelWidth - 8,
      structParent: section,
      structType: 'H2',
    })
    const labelEnd = paper.y
    paper.x = margin + labelWidth
    paper.y = y + 6 * scale
    paper.font(part.isLarge ? 'bold' : 'regular')
    for (const line of part.lines) say(line, size, 2.5, { width: width - labelWidth })
    paper.x = margin
    paper.y = Math.max(paper.y, isSamePage(y, paper.y) ? labelEnd : 0) + 4 * scale
  }
}

/** A paragraph that does not fit begins on the next page, unless it is longer than one. */
const keepTogether = (paper: Paper, text: string, width: number): void => {
  const height = paper.heightOfString(text, { width })
  const { height: whole, margins } = paper.page
  if (paper.y + height <= whole - margins.bottom || height > whole - 2 * margin) return
  const { x } = paper
  paper.addPage()
  paper.x = x
}

const sizes = { kind: 15, title: 30, lead: 17, label: 13, text: 15, large: 27 }
/** So that a small label stands on the line of large words beside it. */
const baseline = (difference: number): number => difference * 0.78
const isSamePage = (before: number, now: number): boolean => now >= before

/** The largest type at which everything fits: 1 is for a short notice; below 0.6 (9 points) nobody reads at a door. */
const scaleFor = (paper: Paper, words: SheetWords, space: number): number => {
  for (let scale = 1; scale > smallest; scale -= 0.04)
    if (heightOf(paper, words, scale) <= space) return scale
  return smallest
}
const smallest = 0.6

/** Height of drawWords; it adds up the same steps. */
const heightOf = (paper: Paper, words: SheetWords, scale: number): number => {
  const width = textWidth(paper)
  const height = (font: string, text: string, size: number, gap: number, across = width) =>
    paper
      .font(font)
      .fontSize(size * scale)
      .heightOfString(text, { width: across, lineGap: 0 }) +
    gap * scale
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  return (
    height('bold', words.kind, sizes.kind, 4) +
    height('bold', words.title, sizes.title, 7) +
    sum(words.alerts.map((alert) => height('bold', alert, sizes.text, 5))) +
    (words.lead ? height('regular', words.lead, sizes.lead, 9) : 0) +
    sum(
      words.parts.map(({ isLarge, label, lines }) => {
        const size = isLarge ? sizes.large : sizes.text
        const font = isLarge ? 'bold' : 'regular'
        const beside = sum(lines.map((line) => height(font, line, size, 2.5, width - labelWidth)))
        const name = height('bold', label, sizes.label, baseline(size - sizes.label), labelWidth - 8)
        return Math.max(beside, name) + 10 * scale
      }),
    )
  )
}

/** Above what did not fit on the sheet itself, so that a page by itself can be told. */
const drawContinued = (paper: Paper, { short, title }: SheetWords, page: number): void => {
  paper.switchToPage(page)
  artifact(paper, () => {
    paper.font('regular').fontSize(8.5).fillColor(soft)
    paper.text(`Продолжение: ${clipped(title, 40)} · ${clipped(short, 44)}`, margin, 22, { lineBreak: false })
  })
}

const drawFoot = (paper: Paper, section: Section, words: SheetWords): void => {
  const top = paper.page.height - stripHeight - footHeight
  const size = 92
  rule(paper, top, 2)
  const code = paper.struct('Figure', { alt: `QR-код страницы ${words.short}` }, () =>
    drawQr(paper, words.url, { x: margin, y: top + 12, size }),
  )
  section.add(code)
  const x = margin + size + 16
  const width = paper.page.width - margin - x
  paper.fillColor(ink).font('bold')
  fit(paper, words.short, { width, height: 40, from: 16, to: 7 })
  paper.text(words.short, x, top + 10, { width, height: 40, structParent: section })
  paper.font('regular').fontSize(11)
  paper.text('Наведите камеру телефона на код: откроются материалы и сроки.', x, paper.y + 3, {
    width,
    structParent: section,
  })
  paper.fontSize(9.5).fillColor(soft)
  paper.text([words.published, words.keep].filter(Boolean).join(' '), x, paper.y + 3, {
    width,
    height: 26,
    ellipsis: true,
    structParent: section,
  })
}

/** Slips to tear off: cut lines between them, each with the date, what it is about, the address and its code. */
const drawStrip = (paper: Paper, words: SheetWords): void =>
  artifact(paper, () => {
    const { width, height } = paper.page
    const top = height - stripHeight
    const across = width / slips
    const size = 44
    paper.save().lineWidth(0.75).strokeColor(soft).dash(4, { space: 3 })
    paper.moveTo(0, top).lineTo(width, top)
    for (let slip = 1; slip < slips; slip += 1) paper.moveTo(slip * across, top).lineTo(slip * across, height)
    paper.stroke().undash().restore()
    for (let slip = 0; slip < slips; slip += 1) {
      const left = slip * across
      drawQr(paper, words.url, { x: left + (across - size) / 2, y: height - size - 12, size })
      // Words run from the bottom up beside the code, the first line at the left.
      paper.save().rotate(-90, { origin: [left + 6, height - size - 18] })
      drawSlip(paper, words, {
        x: left + 6,
        y: height - size - 18,
        width: stripHeight - size - 26,
        height: across - 12,
      })
      paper.restore()
    }
  })

type Box = { x: number; y: number; width: number; height: number }

const drawSlip = (paper: Paper, { short, slip }: SheetWords, { x, y, width, height }: Box): void => {
  paper.fillColor(ink).font('bold').fontSize(6.8)
  const whenHeight = Math.min(paper.heightOfString(slip.when, { width }), 18)
  paper.text(slip.when, x, y, { width, height: whenHeight, ellipsis: true })
  paper.font('regular').fontSize(6)
  const address = Math.min(paper.heightOfString(short, { width }), height * 0.45)
  const room = height - whenHeight - address
  if (room > 7) paper.text(slip.what, x, y + whenHeight, { width, height: room, ellipsis: true })
  fit(paper, short, { width, height: address, from: 6, to: 4.5 })
  paper.text(short, x, y + height - address, { width, height: address })
}

type Fit = { width: number; height: number; from: number; to: number }

/** Sets the largest size between the two at which the text fits. */
export const fit = (paper: Paper, text: string, { width, height, from, to }: Fit): void => {
  let size = from
  while (size > to && paper.fontSize(size).heightOfString(text, { width }) > height) size -= 0.5
  paper.fontSize(size)
}
