import { expect, it } from 'vitest'
import type { List } from './content.ts'
import { listPage, olderPages, pageSize } from './paging.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const ascending = (count: number): List<number> => ({
  length: () => count,
  all: () => numbers(count),
  slice: (start, end) => numbers(count).slice(start, end),
  last: (length) => numbers(count).slice(count - length),
  has: (position) => position < count,
  positionOf: (number) => number - 1,
})

it('counts pages from the oldest, so that a new entry leaves every older page as it is', () => {
  for (let count = 1; count < 5 * pageSize; count++) {
    const pages = olderPages(count).map((page) => listPage(ascending(count), page).items)
    const later = olderPages(count).map((page) => listPage(ascending(count + 1), page).items)
    expect(later).toEqual(pages)
  }
})

it('shows every entry once, the newest first', () => {
  for (const count of [0, 1, pageSize - 1, pageSize, 2 * pageSize - 1, 2 * pageSize, 3 * pageSize + 7]) {
    const newest = listPage(ascending(count), 'newest')
    const older = olderPages(count)
      .reverse()
      .flatMap((page) => listPage(ascending(count), page).items)
    expect([...newest.items, ...older]).toEqual(numbers(count).reverse())
  }
})

it('never shows a nearly empty first page once one page is full', () => {
  for (let count = pageSize; count < 4 * pageSize; count++) {
    const { items } = listPage(ascending(count), 'newest')
    expect(items.length).toBeGreaterThanOrEqual(pageSize)
    expect(items.length).toBeLessThan(2 * pageSize)
  }
})
