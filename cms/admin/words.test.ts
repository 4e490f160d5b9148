import { describe, expect, it } from 'vitest'
import { duration, milliseconds } from './words.ts'

describe('a duration in words', () => {
  it.each([
    [0, '0,1 с'],
    [180, '0,2 с'],
    [1_000, '1 с'],
    [9_940, '9,9 с'],
    [9_960, '10 с'],
    [59_400, '59 с'],
    [59_600, '1 мин'],
    [125_000, '2 мин 5 с'],
    [3_600_000, '1 ч'],
    [11_520_000, '3 ч 12 мин'],
    [183_600_000, '2 дн. 3 ч'],
  ])('of %i ms is «%s»', (ms, words) => {
    expect(duration(ms, 'ru')).toBe(words)
  })

  it('has an English side', () => {
    expect(duration(180, 'en')).toBe('0.2 s')
    expect(duration(125_000, 'en')).toBe('2 min 5 s')
  })

  it('of a publish is told in whole milliseconds', () => {
    expect(milliseconds(72.4, 'ru')).toBe('72 мс')
    expect(milliseconds(1_240, 'en')).toBe('1,240 ms')
  })
})
