/**
 * Statistics that tell nothing of a single resident: groups of fewer than five are not shown (152-ФЗ; the portal's rule),
 * and cannot be worked out from the total and the other groups either.
 */

/** Groups of fewer are not told. */
export const smallestGroup = 5

/** A group of a table as it was counted. */
export interface Counted {
  key: string
  label: string
  count: number
}

/** The same as it may be shown: `small` is «меньше 5», `hidden` is a larger group that would give a small one away. */
export interface Shown extends Omit<Counted, 'count'> {
  count: number | 'small' | 'hidden'
}

/** The sum of a table, or null when it is itself too small to be told. */
export function shownTotal(groups: readonly Counted[]): number | null {
  const total = sum(groups.map(({ count }) => count))
  return total === 0 || total >= smallestGroup ? total : null
}

/**
 * A table whose total is known to all, made safe; null when it cannot be. With small groups in it, the two smallest of the
 * others are hidden as well: which ones is decided by what can be seen anyway, so that even somebody who knows this rule
 * learns no more than the check below allows.
 */
export function protectedTable(groups: readonly Counted[]): Shown[] | null {
  if (shownTotal(groups) === null) return null
  const small = groups.filter(({ count }) => count > 0 && count < smallestGroup)
  if (small.length === 0) return groups.map((group) => ({ ...group }))
  const others = groups.filter(({ count }) => count >= smallestGroup)
  const companions = others.toSorted((a, b) => a.count - b.count).slice(0, 2)
  const shown = others.filter((group) => !companions.includes(group))
  if (companions.length < 2) return null
  const ranges: Range[] = [
    ...small.map((): Range => ({ from: 1, to: smallestGroup - 1 })),
    ...companions.map((group) => ({ from: smallestGroup, to: largest(groups, group, shown) })),
  ]
  const rest = sum([...small, ...companions].map(({ count }) => count))
  if (!small.every((_, index) => isOpen(ranges, index, rest))) return null
  return groups.map((group) => ({
    ...group,
    count: small.includes(group) ? 'small' : companions.includes(group) ? 'hidden' : group.count,
  }))
}

/** «12», «меньше 5», «скрыто», for tables and CSV. */
export function countWords(count: Shown['count']): string {
  if (typeof count === 'number') return String(count)
  return count === 'small' ? `меньше ${smallestGroup}` : 'скрыто'
}

interface Range {
  from: number
  to: number
}

/** Whether the hidden number may be more than one, when all that is known is the ranges and what they sum to. */
function isOpen(ranges: readonly Range[], index: number, total: number): boolean {
  const others = ranges.filter((_, other) => other !== index)
  const { from, to } = ranges[index] ?? { from: 0, to: 0 }
  const least = Math.max(from, total - sum(others.map((range) => range.to)))
  const most = Math.min(to, total - sum(others.map((range) => range.from)))
  return least < most
}

/** The most a companion can be, seen from outside: not more than any group that is shown; of equals the first was taken. */
function largest(groups: readonly Counted[], companion: Counted, shown: readonly Counted[]): number {
  const position = groups.indexOf(companion)
  return Math.min(
    ...shown.map((group) => (groups.indexOf(group) < position ? group.count - 1 : group.count)),
    Number.MAX_SAFE_INTEGER / 4,
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
