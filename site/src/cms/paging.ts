/** One page of a list. */
export interface ListPage<Doc> {
  /** Newest first. */
  items: Doc[]
  /** 1 is the oldest page. */
  page: number
  /** How many pages there are; page number `pages` is the newest and has the plain address of the list. */
  pages: number
}

export const pageSize = 20

/**
 * Page `page` of documents sorted from oldest to newest. Pages are counted from the oldest upward, so an entry that is
 * added changes the newest page and no other. The newest page holds from one to almost two sizes: it is split only
 * when both halves are full, so that the first page of a list is never nearly empty.
 */
export function listPage<Doc>(ascending: readonly Doc[], page: number | 'newest'): ListPage<Doc> {
  const pages = pageCount(ascending.length)
  const number = page === 'newest' ? pages : page
  const start = (number - 1) * pageSize
  const items = ascending.slice(start, number === pages ? undefined : start + pageSize).reverse()
  return { items, page: number, pages }
}

function pageCount(documents: number): number {
  return Math.max(1, Math.floor(documents / pageSize))
}

/** The numbers of the pages that have an address of their own: all but the newest. */
export function olderPages(documents: number): number[] {
  return Array.from({ length: pageCount(documents) - 1 }, (_, index) => index + 1)
}
