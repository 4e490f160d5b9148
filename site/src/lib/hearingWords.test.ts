import { describe, expect, it } from 'vitest'
import { isOver, termSentence } from './hearingWords.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const term = { from: '2026-11-15T21:00:00.000Z', until: '2026-12-03T21:00:00.000Z' }

describe('termSentence', () => {
  it('speaks in the tense of today', () => {
    const say = (today: string) => plain(termSentence(term, today))
    expect(say('2026-11-15')).toBe('Предложения и замечания будут принимать с 16 ноября по 4 декабря 2026')
    expect(say('2026-11-16')).toBe('Предложения и замечания принимают с 16 ноября по 4 декабря 2026')
    expect(say('2026-12-04')).toBe('Предложения и замечания принимают с 16 ноября по 4 декабря 2026')
    expect(say('2026-12-05')).toBe('Предложения и замечания принимали с 16 ноября по 4 декабря 2026')
  })

  it('says that the last day counts when the first is not known', () => {
    expect(plain(termSentence({ until: term.until }, '2026-11-20'))).toBe(
      'Предложения и замечания принимают до 4 декабря 2026 включительно',
    )
  })
})

it('isOver leaves the last day open', () => {
  expect(isOver(term.until, '2026-12-04')).toBe(false)
  expect(isOver(term.until, '2026-12-05')).toBe(true)
  expect(isOver(null, '2026-12-05')).toBe(false)
})
