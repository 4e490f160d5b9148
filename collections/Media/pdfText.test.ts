import { expect, it } from 'vitest'
import { pdf } from '../../scripts/seed/documents/pdf.ts'
import { maxTextLength, pdfText } from './pdfText.ts'

const madeAt = new Date('2026-11-12T09:00:00.000Z')

it('reads Russian words in their order', async () => {
  const bytes = await pdf({
    title: 'Решение № 15/3',
    text: 'Первый пункт.\nВторой пункт: щебень и ёлки.',
    madeAt,
  })
  const text = await pdfText(bytes)
  expect(text.indexOf('Первый пункт')).toBeGreaterThan(text.indexOf('Решение № 15/3'))
  expect(text).toContain('щебень и ёлки')
})

it('stops at a length that thousands of documents can have', async () => {
  const bytes = await pdf({ title: 'Много', text: 'Очень длинный пункт решения. '.repeat(4000), madeAt })
  expect((await pdfText(bytes)).length).toBe(maxTextLength)
})

it('gives no text for what is no PDF, and does not throw', async () => {
  expect(await pdfText(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).toBe('')
})
