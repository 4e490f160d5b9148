import { describe, expect, it } from 'vitest'
import type { PublishRecord } from '../../../collections/publications/service.schema.ts'
import { quantile, shownPublishes } from './figures.ts'

const publish = (revision: number, data: Partial<PublishRecord> = {}): PublishRecord => ({
  revision,
  state: 'live',
  reason: 'publish',
  at: new Date(Date.UTC(2026, 10, 25, 12, 0, revision)).toISOString(),
  durationMs: 60,
  written: 3,
  removed: 0,
  ...data,
})

const backTo = (publishes: PublishRecord[], history: number[]) =>
  shownPublishes({ publishes, history })
    .filter(({ canGoBack }) => canGoBack)
    .map(({ revision }) => revision)

describe('quantile', () => {
  it('takes the nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(quantile(values, 0.5)).toBe(50)
    expect(quantile(values, 0.95)).toBe(95)
    expect(quantile([7], 0.95)).toBe(7)
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('the shown publishes', () => {
  it('begin with the newest, each with the number of those that going back would hide too', () => {
    const rows = shownPublishes({
      publishes: [
        publish(1, { generation: 1 }),
        publish(2, { state: 'failed' }),
        publish(3, { generation: 2 }),
        publish(4, { generation: 3 }),
      ],
      history: [1, 2, 3],
    })
    expect(rows.map(({ revision, later }) => [revision, later])).toEqual([
      [4, 0],
      [3, 1],
      [2, 2],
      [1, 2],
    ])
  })

  it('offer no way back before one that is not kept, changed no file or failed', () => {
    const publishes = [
      publish(1, { generation: 1 }),
      publish(2, { generation: 2 }),
      publish(3, { generation: 2, written: 0 }),
      publish(4, { state: 'failed' }),
    ]
    expect(backTo(publishes, [2])).toEqual([2])
  })

  it('do not take a number of an earlier release for one of this release', () => {
    const publishes = [
      publish(1, { generation: 1 }),
      publish(2, { generation: 2 }),
      publish(3, { generation: 0, reason: 'code' }),
      publish(4, { generation: 1 }),
    ]
    expect(backTo(publishes, [1])).toEqual([4])
  })
})
