import { expect, it } from 'vitest'
import { pdfOf } from '../test/pdfOf.ts'
import { maxTextLength, pdfText } from './pdfText.ts'

it('reads Russian words in their order', async () => {
  const bytes = await pdfOf('Решение № 15/3', 'Первый пункт.', 'Второй пункт: щебень и ёлки.')
  const text = await pdfText(bytes)
  expect(text.indexOf('Первый пункт')).toBeGreaterThan(text.indexOf('Решение № 15/3'))
  expect(text).toContain('щебень и ёлки')
})

it('stops at a length that thousands of documents can have', async () => {
  const bytes = await pdfOf('Очень длинный пункт решения. '.repeat(4000))
  expect((await pdfText(bytes)).length).toBe(maxTextLength)
})

it('gives no text for what is no PDF, and does not throw', async () => {
  expect(await pdfText(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).toBe('')
})
