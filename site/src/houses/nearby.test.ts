import fc from 'fast-check'
import { expect, it } from 'vitest'
import { metresBetween } from './area.ts'
import { cellOf, cellsAround, nearest, walkMinutes } from './nearby.ts'

const point = fc.record({
  latitude: fc.double({ min: 55, max: 57, noNaN: true }),
  longitude: fc.double({ min: 37, max: 39, noNaN: true }),
})
const step = fc.double({ min: -0.02, max: 0.02, noNaN: true })

it('finds in the cells around a point whatever lies within a kilometre', () => {
  fc.assert(
    fc.property(point, step, step, (from, north, east) => {
      const other = { latitude: from.latitude + north, longitude: from.longitude + east }
      if (metresBetween(from, other) <= 1000) expect(cellsAround(from)).toContain(cellOf(other))
    }),
    { numRuns: 2000 },
  )
})

it('gives the nearest first, and nothing beyond a kilometre or without a point', () => {
  const here = { latitude: 55.65, longitude: 37.94 }
  const docs = [
    { name: 'far', latitude: 55.67, longitude: 37.94 },
    { name: 'second', latitude: 55.655, longitude: 37.94 },
    { name: 'none', latitude: null, longitude: null },
    { name: 'first', latitude: 55.651, longitude: 37.94 },
  ]
  expect(nearest(docs, here, 3).map(({ doc, metres }) => [doc.name, metres])).toEqual([
    ['first', 111],
    ['second', 556],
  ])
  expect(nearest(docs, here, 1)).toHaveLength(1)
  expect([10, 556].map(walkMinutes)).toEqual([1, 10])
})
