import { expect, it } from 'vitest'
import { figure } from './figures.ts'

it('takes median and 95th percentile by rank, not by interpolation', () => {
  const values = Array.from({ length: 20 }, (_, index) => 20 - index)
  expect(figure({ bench: 'b', variant: 'v', unit: 'ms' }, values)).toMatchObject({ n: 20, p50: 10, p95: 19 })
})
