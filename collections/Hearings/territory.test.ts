import { describe, expect, it } from 'vitest'
import { concerns, isWithin } from './territory.schema.ts'

// An L: the notch is outside.
const boundary = [
  { latitude: 55.6, longitude: 37.8 },
  { latitude: 55.6, longitude: 38 },
  { latitude: 55.7, longitude: 38 },
  { latitude: 55.7, longitude: 37.9 },
  { latitude: 55.65, longitude: 37.9 },
  { latitude: 55.65, longitude: 37.8 },
]
const area = boundary
  .map(({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)
  .join('\n')

it.each([
  [55.62, 37.85, true],
  [55.69, 37.95, true],
  [55.69, 37.85, false],
  [55.75, 37.95, false],
  [55.62, 38.1, false],
])('tells whether %d, %d lies within a boundary', (latitude, longitude, expected) => {
  expect(isWithin({ latitude, longitude }, boundary)).toBe(expected)
  expect(isWithin({ latitude, longitude }, boundary.toReversed())).toBe(expected)
})

describe('a notice concerns a house', () => {
  const inside = { id: 'h1', latitude: 55.62, longitude: 37.85 }
  const outside = { id: 'h2', latitude: 55.69, longitude: 37.85 }

  it('that it names, and no other', () => {
    expect(concerns({ houses: ['h1'] }, inside)).toBe(true)
    expect(concerns({ houses: ['h1'] }, outside)).toBe(false)
  })

  it('of a district that it names, and of no other', () => {
    expect(concerns({ districts: ['d1'] }, { ...outside, district: 'd1' })).toBe(true)
    expect(concerns({ districts: ['d1'] }, { ...outside, district: 'd2' })).toBe(false)
    expect(concerns({ districts: ['d1'] }, outside)).toBe(false)
  })

  it('within its boundary, not beside it, nor one whose place nobody knows', () => {
    expect(concerns({ area }, inside)).toBe(true)
    expect(concerns({ area }, outside)).toBe(false)
    expect(concerns({ area }, { id: 'h3' })).toBe(false)
  })

  it('only when it says whom it concerns', () => expect(concerns({}, inside)).toBe(false))
})
