import { drawQr } from '../Hearings/sheet/drawQr.ts'
import { fit } from '../Hearings/sheet/drawSheet.ts'
import { artifact, bytesOf, clipped, ink, newPaper, soft, type Paper } from '../Hearings/sheet/paper.ts'
import { held } from '../Hearings/sheet/sheetWords.ts'
import type { FlyerSize } from './flyer.schema.ts'
import type { SitePage } from './sitePage.ts'

/** A leaf to hang up or to hand out: title, gist, code and the address as it is typed. One page, whatever the words. */
export const flyerPdf = (
  page: SitePage,
  { url, size }: { url: string; size: FlyerSize },
): Promise<Buffer> => {
  const [title, gist] = [held(page.title), held(page.gist)]
  const paper = newPaper({ title: page.title, madeAt: page.changedAt })
  const scale = size === 'a4' ? 1 : 0.7
  const margin = 48 * scale
  paper.addPage({ size: size.toUpperCase(), margin })
  // Whatever is drawn stays on this page.
  paper.page.margins.bottom = 0
  const section = paper.struct('Sect')
  paper.addStructure(section)
  const { height, width: whole } = paper.page
  const width = whole - 2 * margin
  const code = 190 * scale
  const foot = height - margin - code

  paper
    .font('bold')
    .fontSize(14 * scale)
    .fillColor(ink)
  const short = shortAddress(url)
  paper.text(clipped(page.siteName || 'Люберцы', 80), margin, margin, { width, structParent: section })
  paper
    .font('regular')
    .fontSize(10.5 * scale)
    .fillColor(soft)
  const line = ['Городской портал', page.isDemo && 'демонстрационный образец'].filter(Boolean).join(' · ')
  paper.text(line, { width, structParent: section })
  const top = paper.y + 12 * scale
  artifact(paper, () =>
    paper
      .save()
      .lineWidth(3 * scale)
      .strokeColor(ink)
      .moveTo(margin, top)
      .lineTo(whole - margin, top)
      .stroke()
      .restore(),
  )

  const from = top + 28 * scale
  const room = foot - 24 * scale - from
  paper.font('bold').fillColor(ink)
  fit(paper, title, { width, height: room * (gist ? 0.6 : 1), from: 46 * scale, to: 16 * scale })
  paper.text(title, margin, from, {
    width,
    height: room,
    ellipsis: true,
    structParent: section,
    structType: 'H1',
  })
  if (gist) {
    const below = paper.y + 16 * scale
    const left = Math.max(foot - 24 * scale - below, 12)
    paper.font('regular')
    fit(paper, gist, { width, height: left, from: 24 * scale, to: 11 * scale })
    paper.text(gist, margin, below, { width, height: left, ellipsis: true, structParent: section })
  }

  section.add(
    paper.struct('Figure', { alt: `QR-код страницы ${short}` }, () =>
      drawQr(paper, url, { x: margin, y: foot, size: code }),
    ),
  )
  const x = margin + code + 24 * scale
  const beside = whole - margin - x
  paper
    .font('regular')
    .fontSize(15 * scale)
    .fillColor(ink)
  paper.text('Наведите камеру телефона на код или наберите адрес:', x, foot, {
    width: beside,
    structParent: section,
  })
  const addressTop = paper.y + 10 * scale
  const left = height - margin - addressTop
  paper.font('bold')
  fitAddress(paper, short, { width: beside, height: left, scale })
  paper.text(short, x, addressTop, { width: beside, height: left, structParent: section })
  section.end()
  return bytesOf(paper)
}

/** On one line where that can be read; else the largest size at which its lines fit. */
const fitAddress = (
  paper: Paper,
  text: string,
  { width, height, scale }: { width: number; height: number; scale: number },
): void => {
  for (let size = 20; size >= 11; size -= 0.5)
    if (paper.fontSize(size * scale).widthOfString(text) < width) return
  fit(paper, text, { width, height, from: 14 * scale, to: 6 * scale })
}

const shortAddress = (url: string): string =>
  decodeURI(url)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
