import { expect, it } from 'vitest'
import { bytesOf, lettersOf, textOf } from './pageLetters.ts'

it('keeps every byte of a page, whatever it is written in', () => {
  const text = 'ASCII, «Люберцы» — 𝔄 😀\n'
  const bytes = new TextEncoder().encode(text)
  const letters = lettersOf(bytes)
  expect(letters).toHaveLength(bytes.length)
  expect(lettersOf(text)).toBe(letters)
  expect(bytesOf(letters)).toEqual(bytes)
  expect(textOf(letters)).toBe(text)
})

it('reads no more than the given part of a larger buffer', () => {
  expect(lettersOf(new TextEncoder().encode('abcdef').subarray(2, 4))).toBe('cd')
})
