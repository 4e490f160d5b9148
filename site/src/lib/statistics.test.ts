import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, protectedTable, shownTotal, smallestGroup, type Counted } from './statistics.ts'

const table = (counts: readonly number[]): Counted[] =>
  counts.map((count, index) => ({ key: String(index), label: `Группа ${index}`, count }))

const shownOf = (counts: readonly number[]) =>
  protectedTable(table(counts))?.map(({ count }) => count) ?? null

/** All that a reader sees of a table: its total and its groups. */
const seen = (counts: readonly number[]) => JSON.stringify([shownTotal(table(counts)), shownOf(counts)])

/** Every table of so many groups with this total. */
function* tables(groups: number, total: number): Generator<number[]> {
  if (groups === 1) {
    yield [total]
    return
  }
  for (let first = 0; first <= total; first++)
    for (const rest of tables(groups - 1, total - first)) yield [first, ...rest]
}

describe('a table of statistics', () => {
  it('is shown as it is when every group has five or none', () => {
    expect(shownOf([5, 0, 12])).toEqual([5, 0, 12])
  })

  it('hides a small group together with the two that would give it away', () => {
    expect(shownOf([3, 40, 8, 11])).toEqual(['small', 40, 'hidden', 'hidden'])
  })

  it('is not shown when too little else is in it', () => {
    expect(shownOf([1, 9])).toBeNull()
    expect(shownOf([2, 1])).toBeNull()
    expect(shownTotal(table([2, 1]))).toBeNull()
    // One and two fives: the sum alone says so.
    expect(shownOf([1, 5, 5])).toBeNull()
  })

  it('says it in words', () => {
    expect(['small' as const, 'hidden' as const, 12].map(countWords)).toEqual(['меньше 5', 'скрыто', '12'])
  })

  it('never shows a group of one to four', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), (counts) => {
        for (const [index, count] of (shownOf(counts) ?? []).entries())
          if (typeof count === 'number') {
            expect(count).toBe(counts[index])
            expect(count === 0 || count >= smallestGroup).toBe(true)
          }
      }),
    )
  })
})

/**
 * The strongest reader: knows the rule and the total, and goes through every table there could be. Whoever looks the same
 * as the true one is a possibility; a small group must never be the same in all of them.
 */
describe('somebody who knows the rule and counts through all possibilities', () => {
  it.each([
    [2, 16],
    [3, 24],
    [4, 22],
    [5, 18],
  ])('learns no small group of a table of %i groups up to a total of %i', (groups, most) => {
    for (let total = smallestGroup; total <= most; total++) {
      const alike = Map.groupBy(tables(groups, total), seen)
      for (const possible of alike.values())
        for (let group = 0; group < groups; group++) {
          const values = new Set(possible.map((counts) => counts[group]))
          const [only = 0] = values
          if (values.size === 1)
            expect(only === 0 || only >= smallestGroup, JSON.stringify(possible)).toBe(true)
        }
    }
  })
})
