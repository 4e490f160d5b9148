import type { List } from './content.ts'

/** One page of a list. It knows its neighbours and not how many pages there are: that would change with each new page. */
export interface ListPage<Doc> {
  /** Newest first. */
  items: Doc[]
  /** 1 is the oldest page. */
  page: number
  isNewest: boolean
  /** Whether the next newer page is the newest, which has the plain address of the list. */
  isBeforeNewest: boolean
}

export const pageSize = 20

/**
 * Page `page` of documents sorted from oldest to newest. Pages are counted from the oldest upward, so an entry that is
 * added changes the newest page and no other. The newest page holds from one to almost two sizes: it is split only
 * when both halves are full, so that the first page of a list is never nearly empty.
 */
export function listPage<Doc>(ascending: List<Doc>, page: number | 'newest'): ListPage<Doc> {
  if (page === 'newest') {
    const length = ascending.length()
    const number = pageCount(length)
    const items = ascending.last(length - (number - 1) * pageSize).toReversed()
    return { items, page: number, isNewest: true, isBeforeNewest: false }
  }
  const items = ascending.slice((page - 1) * pageSize, page * pageSize).toReversed()
  return { items, page, isNewest: false, isBeforeNewest: !ascending.has((page + 2) * pageSize - 1) }
}

function pageCount(documents: number): number {
  return Math.max(1, Math.floor(documents / pageSize))
}

/** The numbers of the pages that have an address of their own: all but the newest. */
export function olderPages(documents: number): number[] {
  return Array.from({ length: pageCount(documents) - 1 }, (_, index) => index + 1)
}
