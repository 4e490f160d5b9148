import type { HearingKind } from '../../hearingKinds.schema.ts'
import { artifact, clipped, ink, margin, soft, textWidth, type Paper } from './paper.ts'
import type { SheetWords } from './sheetWords.ts'

/** On what ground a notice hangs where people pass (law of each kind). */
const grounds: Record<HearingKind, string> = {
  publicHearing: 'Градостроительный кодекс РФ, ст. 5.1 ч. 8: оповещение размещают и на стендах.',
  publicDiscussion: 'Градостроительный кодекс РФ, ст. 5.1 ч. 8: оповещение размещают и на стендах.',
  municipalHearing: 'Устав муниципального образования и положение о публичных слушаниях.',
  ownersMeeting:
    'Жилищный кодекс РФ, ст. 45 ч. 4: сообщение размещают не позднее чем за десять дней до собрания.',
  officialNotice: 'Решение органа, который публикует сообщение.',
}

type Act = { words: SheetWords; kind: HearingKind; house?: string }

/** The blank «Акт размещения уведомления», one page: filled in by hand by whoever hangs the sheet, with witnesses. */
export const drawAct = (paper: Paper, { words, kind, house }: Act): void => {
  paper.addPage()
  const section = paper.struct('Sect')
  paper.addStructure(section)
  const width = textWidth(paper)
  const say = (text: string, gap: number, options: PDFKit.Mixins.TextOptions = {}) => {
    paper.text(text, margin, paper.y, { width, structParent: section, ...options })
    paper.y += gap
  }
  const blank = (label: string, value = '', lines = 1) => {
    paper.font('bold').fontSize(11).fillColor(ink)
    say(label, 3)
    if (value) {
      paper.font('regular').fontSize(11)
      say(value, 10, { height: 48, ellipsis: true })
      return
    }
    for (let line = 0; line < lines; line += 1) underline(paper, (paper.y += 20), margin, margin + width)
    paper.y += 12
  }
  paper.y = margin
  paper.font('bold').fontSize(20).fillColor(ink)
  say('Акт размещения уведомления', 4, { structType: 'H1' })
  paper.font('regular').fontSize(9.5).fillColor(soft)
  say(`Бланк. ${grounds[kind]} Храните акт вместе с материалами.`, 12)
  blank('Что размещено', `${words.kind}. ${clipped(words.title, 220)}`)
  blank('Публикация', [words.published, words.short].filter(Boolean).join('\n'))
  blank('Где размещено: адрес, подъезд или стенд', house ?? '', 2)
  if (house) blank('Подъезды, этажи, стенды')
  blank('Когда размещено: дата и время')
  blank('Сколько листов и до какого дня')
  blank('Кто разместил: должность, фамилия и инициалы', '', 2)
  blank('Свидетели размещения: фамилия и инициалы', '', 2)
  blank('Снимок на месте: есть или нет, у кого хранится')
  paper.font('bold').fontSize(11).fillColor(ink)
  say('Подписи', 0)
  for (const who of ['Разместил', 'Свидетель', 'Свидетель']) {
    paper.y += 22
    const line = paper.y
    underline(paper, line, margin, margin + 200)
    underline(paper, line, margin + 230, margin + width)
    paper.font('regular').fontSize(8.5).fillColor(soft)
    paper.text(`${who}: подпись`, margin, line + 3, { width: 200, structParent: section })
    paper.text('фамилия и инициалы, дата', margin + 230, line + 3, { width: 260, structParent: section })
  }
  section.end()
}

const underline = (paper: Paper, y: number, from: number, to: number): void =>
  artifact(paper, () => {
    paper.save().lineWidth(0.6).strokeColor(ink).moveTo(from, y).lineTo(to, y).stroke().restore()
  })
