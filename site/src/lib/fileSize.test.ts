import { expect, it } from 'vitest'
import { fileSize } from './fileSize.ts'

it.each([
  [999, '999\u00a0Б'],
  [180_400, '180\u00a0КБ'],
  [999_499, '999\u00a0КБ'],
  [999_500, '1\u00a0МБ'],
  [11_240_000, '11,2\u00a0МБ'],
])('shows %i bytes as people read them', (bytes, expected) => {
  expect(fileSize(bytes)).toBe(expected)
})
