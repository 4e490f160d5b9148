import { expect, it } from 'vitest'
import { metresBetween } from './area.ts'

it('measures a walk', () => {
  const here = { latitude: 55.676, longitude: 37.898 }
  expect(metresBetween(here, { ...here, latitude: 55.685 })).toBeCloseTo(1000, -2)
  expect(metresBetween(here, { ...here, longitude: 37.9139 })).toBeCloseTo(1000, -2)
})
