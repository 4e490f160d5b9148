import { expect, it } from 'vitest'
import { tally } from './tally.schema.ts'

it('counts ballots and options, whatever the order, in the order of the poll', () => {
  const ballots = [['b', 'c'], ['b'], ['a'], ['c', 'b']]
  const counted = {
    ballots: 4,
    options: [
      { id: 'a', count: 1, percent: 25 },
      { id: 'b', count: 3, percent: 75 },
      { id: 'c', count: 2, percent: 50 },
    ],
  }
  expect(tally(['a', 'b', 'c'], ballots)).toEqual(counted)
  expect(tally(['a', 'b', 'c'], ballots.toReversed())).toEqual(counted)
})

it('gives no share of nothing', () => {
  expect(tally(['a'], [])).toEqual({ ballots: 0, options: [{ id: 'a', count: 0, percent: 0 }] })
})

it.each([[['x']], [['a', 'a']]])('stops at a ballot that cannot be: %j', (choices) => {
  expect(() => tally(['a', 'b'], [choices])).toThrow('A ballot names')
})
