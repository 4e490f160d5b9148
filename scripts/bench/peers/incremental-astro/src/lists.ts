import type { News } from '../../shared/News.ts'

const pageSize = 20

/**
 * Pages count from the oldest, as on our site: a new article changes the newest page alone, the best that an incremental
 * build can get. The newest page has the plain address of the list.
 */
export const pageOf = (list: News[], page: number | 'newest') => {
  const count = pageCount(list)
  const number = page === 'newest' ? count : page
  const start = number === count ? 0 : list.length - number * pageSize
  return {
    items: list.slice(start, list.length - (number - 1) * pageSize),
    page: number,
    isNewest: number === count,
    isBeforeNewest: number === count - 1,
  }
}

export const olderPages = (list: News[]): number[] =>
  Array.from({ length: pageCount(list) - 1 }, (_, index) => index + 1)

const pageCount = (list: News[]) => Math.max(1, Math.floor(list.length / pageSize))
