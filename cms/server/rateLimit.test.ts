import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rateLimit.ts'

describe('createRateLimit', () => {
  it('lets through again when the window has passed', () => {
    let now = 0
    const limit = createRateLimit({ max: 2, windowMs: 60_000, now: () => now })
    expect([limit('a'), limit('a')]).toEqual([0, 0])
    now = 45_000
    expect(limit('a')).toBe(15)
    now = 60_000
    expect(limit('a')).toBe(0)
  })
})
