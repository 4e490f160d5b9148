import { describe, expect, it } from 'vitest'
import { sheetPdf } from '../../collections/Hearings/sheet/sheetPdf.ts'
import type { Hearing } from '../../collections/payload-types.ts'
import { readPdf, spaced, type Box } from './readPdf.ts'

const siteUrl = 'https://example.org'

const hearing: Hearing = {
  id: '0123456789abcdef01234567',
  kind: 'publicHearing',
  title: 'Проект планировки квартала у станции Томилино',
  lead: 'Предлагают построить школу на 550 мест и два дома до девяти этажей.',
  slug: 'proekt-planirovki',
  number: '2026-14',
  authority: 'Администрация городского округа Люберцы',
  basis: 'ГрК РФ, ст. 5.1; постановление № 14',
  status: 'scheduled',
  edition: 2,
  editionAt: '2026-11-11T09:00:00.000Z',
  noticeAt: '2026-11-09T09:00:00.000Z',
  contact: { name: 'Отдел градостроительства', phone: '8 495 000-00-00' },
  territory: 'Квартал у станции Томилино',
  meeting: { startsAt: '2026-11-27T15:00:00.000Z', place: 'Дом культуры, зал 2' },
  exposition: { from: '2026-11-16T09:00:00.000Z', to: '2026-12-04T09:00:00.000Z', place: 'Библиотека' },
  comments: { until: '2026-12-04T09:00:00.000Z', channels: [{ text: 'устно на собрании' }] },
  _status: 'published',
  updatedAt: '2026-11-11T09:00:00.000Z',
  createdAt: '2026-11-09T09:00:00.000Z',
}

const long: Hearing = {
  ...hearing,
  kind: 'ownersMeeting',
  form: 'mixed',
  initiator: 'Управляющая организация с очень длинным названием '.repeat(4),
  title: 'Очень длинное название уведомления о собрании '.repeat(5),
  slug: `sobranie-${'dlinnyy-adres-'.repeat(6)}doma`,
  agenda: Array.from({ length: 60 }, (_, index) => ({
    text: `Вопрос ${index + 1} повестки: о порядке хранения протоколов и решений собственников помещений. `.repeat(
      3,
    ),
  })),
}

const read = async (doc: Hearing, houses?: string[]) =>
  readPdf(await sheetPdf(doc, { siteUrl, ...(houses ? { houses } : {}) }))

describe('the sheet for the door', () => {
  it('says what, when, where, what to do, until when, whom to ask, and where it is published', async () => {
    const { pages } = await read(hearing)
    const sheet = pages[0]?.text ?? ''
    for (const words of [
      'Оповещение о публичных слушаниях',
      hearing.title,
      '27 ноября 2026, 18:00',
      'Дом культуры, зал 2',
      'с 16 ноября 2026 по 4 декабря 2026',
      'по 4 декабря 2026 включительно',
      '— устно на собрании',
      'Отдел градостроительства, 8 495 000-00-00',
      'example.org/slushaniya/proekt-planirovki',
      'Опубликовано 9 ноября 2026. Редакция 2 от 11 ноября 2026.',
      'не снимать до 5 декабря 2026',
    ])
      expect(sheet).toContain(spaced(words))
    expect(sheet.split('27 ноября 2026, 18:00')).toHaveLength(1 + 1 + 9) // the sheet and nine slips
  })

  it('is two A4 pages, the second a blank act', async () => {
    const { pages } = await read(hearing)
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 842],
      [595, 842],
    ])
    const act = pages[1]?.text ?? ''
    for (const words of [
      'Акт размещения уведомления',
      'ст. 5.1 ч. 8',
      'Свидетели',
      'Подписи',
      'Когда размещено',
    ])
      expect(act).toContain(words)
  })

  it('is tagged, in Russian, with a title, headings and a described code', async () => {
    const pdf = await read(hearing)
    expect(pdf).toMatchObject({
      isMarked: true,
      language: 'ru-RU',
      title: `Оповещение о публичных слушаниях: ${hearing.title}`,
    })
    expect(pdf.pages[0]?.roles).toEqual(expect.arrayContaining(['Sect', 'H1', 'H2', 'P', 'Figure']))
    expect(pdf.pages[0]?.alts).toEqual(['QR-код страницы example.org/slushaniya/proekt-planirovki'])
  })

  it('carries every font it uses', async () => {
    const file = (await sheetPdf(hearing, { siteUrl })).toString('latin1')
    const fonts = file.match(/\/Type \/Font\n/g) ?? []
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    expect(file).not.toMatch(/\/Subtype \/Type1\n/)
    const descriptors = file.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? []
    expect(descriptors).toHaveLength(2)
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile[23] /)
  })

  it('leads to its page by the code', async () => {
    const pdf = await read(hearing)
    expect(await pdf.qrOf(1)).toBe('https://example.org/slushaniya/proekt-planirovki/')
  })

  it('is the same to the byte for the same edition, and another for the next', async () => {
    const bytes = await sheetPdf(hearing, { siteUrl })
    expect((await sheetPdf(hearing, { siteUrl })).equals(bytes)).toBe(true)
    expect((await sheetPdf({ ...hearing, edition: 3 }, { siteUrl })).equals(bytes)).toBe(false)
  })

  it('sets a long notice smaller, and what still does not fit on the next page: nothing is lost, nothing overlaps', async () => {
    const { pages } = await read(long)
    const text = spaced(pages.map((page) => page.text).join(' '))
    for (const { text: item } of long.agenda ?? []) expect(text).toContain(spaced(item))
    expect(pages.length).toBeGreaterThan(2)
    expect(text).toContain('Продолжение: ')
    for (const { boxes, height } of pages) {
      for (const box of boxes) {
        expect(box.y, box.text).toBeGreaterThan(0)
        expect(box.y + box.height, box.text).toBeLessThan(height)
        expect(box.x + box.width, box.text).toBeLessThan(595.3 - 30)
      }
      expect(overlaps(boxes)).toEqual([])
    }
    const short = (await read(hearing)).pages[0]
    expect(Math.min(...(pages[0]?.boxes ?? []).map(({ height }) => height))).toBeGreaterThanOrEqual(7)
    expect(overlaps(short?.boxes ?? [])).toEqual([])
  })

  it('says before the dates that it is moved, cancelled, a draft or a demo', async () => {
    const moved: Hearing = {
      ...hearing,
      status: 'moved',
      statusReason: 'Зал на ремонте.',
      former: [{ what: 'meeting', date: '2026-11-20T15:00:00.000Z', movedAt: '2026-11-18T09:00:00.000Z' }],
      demo: true,
      _status: 'draft',
    }
    const text = (await read(moved)).pages[0]?.text ?? ''
    expect(text).toContain('ПЕРЕНЕСЕНО. Зал на ремонте. Собрание было назначено на 20 ноября 2026, 18:00.')
    expect(text).toContain('ЧЕРНОВИК · Демонстрационный образец')
    expect(text.indexOf('ПЕРЕНЕСЕНО')).toBeLessThan(text.indexOf('27 ноября'))
    const cancelled = await read({ ...hearing, status: 'cancelled' })
    expect(cancelled.pages[0]?.text).toContain('ОТМЕНЕНО. Причина не указана.')
  })

  it('prints a sheet and an act for each house, with its address', async () => {
    const { pages } = await read(hearing, ['Примерная улица, 5', 'Учебная улица, 8'])
    expect(pages).toHaveLength(4)
    expect(
      pages.map(({ text }) => [text.includes('Примерная улица, 5'), text.includes('Учебная улица, 8')]),
    ).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, true],
    ])
  })
})

/** Pairs of runs of text that cover one another by more than a hair. */
const overlaps = (boxes: Box[]): string[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 &&
          // Letters reach from a fifth below their line to three quarters above it.
          Math.min(a.y + a.height * 0.75, b.y + b.height * 0.75) -
            Math.max(a.y - a.height * 0.2, b.y - b.height * 0.2) >
            1,
      )
      .map((b) => `${a.text} × ${b.text}`),
  )
