import { expect, it } from 'vitest'
import { isWithin, metresBetween } from './area.ts'

// An L: the notch is outside.
const boundary = [
  { latitude: 55.6, longitude: 37.8 },
  { latitude: 55.6, longitude: 38 },
  { latitude: 55.7, longitude: 38 },
  { latitude: 55.7, longitude: 37.9 },
  { latitude: 55.65, longitude: 37.9 },
  { latitude: 55.65, longitude: 37.8 },
]

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

it('measures a walk', () => {
  const here = { latitude: 55.676, longitude: 37.898 }
  expect(metresBetween(here, { ...here, latitude: 55.685 })).toBeCloseTo(1000, -2)
  expect(metresBetween(here, { ...here, longitude: 37.9139 })).toBeCloseTo(1000, -2)
})
