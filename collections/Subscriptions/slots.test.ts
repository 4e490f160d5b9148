import { expect, it } from 'vitest'
import { nextDigest } from './slots.ts'

it.each([
  ['daily', '2026-11-26T04:59:59Z', '2026-11-26T05:00:00Z'],
  ['daily', '2026-11-26T05:00:00Z', '2026-11-27T05:00:00Z'],
  // Ten to midnight in Moscow, and ten past.
  ['daily', '2026-11-25T20:50:00Z', '2026-11-26T05:00:00Z'],
  ['daily', '2026-11-25T21:10:00Z', '2026-11-26T05:00:00Z'],
  ['weekly', '2026-11-26T04:00:00Z', '2026-11-30T05:00:00Z'],
  ['weekly', '2026-11-30T04:59:00Z', '2026-11-30T05:00:00Z'],
  ['weekly', '2026-11-30T05:00:00Z', '2026-12-07T05:00:00Z'],
] as const)('%s digest after %s comes at %s', (rhythm, now, expected) => {
  expect(nextDigest(rhythm, new Date(now))).toEqual(new Date(expected))
})
