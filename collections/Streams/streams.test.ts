import { describe, expect, it } from 'vitest'
import { canMove, endsBy, movesFrom, secondsOf, stateBy, streamStates } from './streams.schema.ts'

describe('the states of a stream', () => {
  it('go forward with a button and one step back after a slip', () => {
    const all = streamStates.flatMap(({ value: from }) => movesFrom(from).map((to) => `${from} → ${to}`))
    expect(all).toEqual([
      'scheduled → live',
      'live → ended',
      'live → scheduled',
      'ended → recording',
      'ended → live',
      'recording → ended',
    ])
    expect(canMove('scheduled', 'recording')).toBe(false)
  })

  it('end by themselves twelve hours after the start', () => {
    const stream = { state: 'live', startedAt: '2026-11-26T15:00:00.000Z' } as const
    expect(endsBy(stream).toISOString()).toBe('2026-11-27T03:00:00.000Z')
    expect(stateBy(stream, () => false)).toBe('live')
    expect(stateBy(stream, () => true)).toBe('ended')
    expect(stateBy({ ...stream, state: 'recording' }, () => true)).toBe('recording')
  })
})

it.each([
  ['0:00', 0],
  ['2:30', 150],
  ['12:05', 725],
  ['1:02:30', 3750],
  ['2:60', null],
  ['130', null],
  ['1:2:3', null],
])('reads the time %s', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds)
})
