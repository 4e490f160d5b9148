import { describe, expect, it } from 'vitest'
import { flyerPdf } from '../../collections/Flyers/flyerPdf.ts'
import { readPdf } from './readPdf.ts'

const page = {
  title: 'Мост через Пехорку откроют раньше',
  gist: 'Пешеходный мост откроют в декабре: проверят освещение и перила.',
  siteName: 'Люберцы',
  isDemo: false,
  changedAt: new Date('2026-11-12T09:00:00.000Z'),
}
const url = 'https://portal.example/novosti/most/'
const long = {
  ...page,
  title: 'Очень длинное название страницы '.repeat(7),
  gist: 'Пояснение к ней. '.repeat(40),
}

describe.each([
  ['a4', 595, 842],
  ['a5', 420, 595],
] as const)('a flyer %s', (size, width, height) => {
  it('is one sheet of its size with title, gist, code and address', async () => {
    const pdf = await readPdf(await flyerPdf(page, { url, size }))
    expect(pdf.pages).toHaveLength(1)
    expect(pdf.pages[0]?.width).toBeCloseTo(width, 0)
    expect(pdf.pages[0]?.height).toBeCloseTo(height, 0)
    expect(pdf.pages[0]?.text.replace(/\s+/g, ' ')).toContain('Мост через Пехорку')
    expect(pdf.pages[0]?.text).toContain('portal.example/novosti/most')
    const side = width / 2
    expect(await pdf.qrOf(1, { x: 0, y: height - side, size: side })).toBe(url)
    expect(pdf).toMatchObject({ isMarked: true, language: 'ru-RU', title: page.title })
  })

  it('stays on one sheet, within its edges, with the longest words', async () => {
    const pdf = await readPdf(await flyerPdf(long, { url: `${url}${'ochen-'.repeat(30)}/`, size }))
    expect(pdf.pages).toHaveLength(1)
    for (const box of pdf.pages[0]?.boxes ?? []) {
      expect(box.x + box.width).toBeLessThan(width)
      expect(box.y).toBeGreaterThan(0)
    }
  })

  it('has the same bytes for the same page', async () => {
    expect(await flyerPdf(page, { url, size })).toEqual(await flyerPdf(page, { url, size }))
  })
})
