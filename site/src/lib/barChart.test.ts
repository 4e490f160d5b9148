import { expect, it } from 'vitest'
import { barChart } from './barChart.ts'
import type { Shown } from './statistics.ts'

const groups: Shown[] = [
  { key: 'a', label: 'Дворы & <сады>', count: 24 },
  { key: 'b', label: 'Дороги', count: 12 },
  { key: 'c', label: 'Освещение', count: 'small' },
]

/** From «M0 19l310 0…»: how far each bar goes. */
const lengths = (svg: string) =>
  [...svg.matchAll(/<path d="M0 \d+l(\d+) 0[^"]*" class="bar"/g)].map(([, length]) => Number(length))

it('draws a bar for every group, of its length, in the colours of the page', () => {
  const svg = barChart(groups)
  const [longest = 0, ...others] = lengths(svg)
  expect(longest).toBeGreaterThan(200)
  expect(others).toEqual([longest / 2, 0])
  expect(svg).not.toMatch(/#010203|#040506/)
  expect(svg).toContain('>меньше 5</text>')
  expect(svg).toContain('Дворы &amp; &lt;сады>')
})

it('carries no style, class of a library or id: the policy of the page would drop them, and two charts would share them', () => {
  expect(barChart(groups)).not.toMatch(/ style=| id=|<style|zr\d|ecmeta/)
})

it('is the same to the byte, whatever was drawn before', () => {
  const first = barChart(groups)
  for (let count = 1; count <= 300; count++) barChart([{ key: 'x', label: 'x', count }])
  expect(barChart(groups)).toBe(first)
})
