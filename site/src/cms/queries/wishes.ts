import { openStates, wishCategories as allCategories } from '../../../../collections/Wishes/wishes.schema.ts'
import { countWishes } from '../../lib/wishStatistics.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { listPage, olderPages } from '../paging.ts'
import { bySlug, slugPaths } from './documents.ts'

export type WishGroup = 'category' | 'state'

export const getWish = bySlug('wishes')

/** Published wishes; page 1 is the oldest, 'newest' is what /pozhelaniya/ shows. */
export const getWishPage = query('list:wishPage', ({ content }, page: number | 'newest') =>
  listPage(content.group('wishes', 'open', 'all'), page),
)

export const getWishesOf = query(
  'list:wishesOf',
  ({ content }, group: WishGroup, value: string, page: number | 'newest') =>
    listPage(content.group('wishes', group, value), page),
)

/** The categories that have a list, in the order of the form. */
export const wishCategories = query('list:wishCategories', ({ content }) => {
  const known = new Set(content.values('wishes', 'category'))
  return allCategories.filter(({ value }) => known.has(value))
})

/** Everything that was looked at, also what was not published, in groups of five and more. */
export const wishStatistics = query('list:wishStatistics', ({ content }) =>
  countWishes(content.all('wishes').all(), content.all('districts').all()),
)

export const districtsByNumber = query('list:districts', ({ content }) => content.all('districts').all())

export const wishPaths = slugPaths('wishes')

export const wishPagePaths = listing(['page'], (content) =>
  olderPages(content.group('wishes', 'open', 'all').length()).map((page) => ({ page: String(page) })),
)

export const wishCategoryPaths = listing(['category'], (content) =>
  content.values('wishes', 'category').map((category) => ({ category })),
)

export const wishCategoryPagePaths = listing(['category', 'page'], (content) =>
  content.values('wishes', 'category').flatMap((category) =>
    olderPages(content.group('wishes', 'category', category).length()).map((page) => ({
      category,
      page: String(page),
    })),
  ),
)

/** All of them, also those without a wish: every list links to them. */
export const wishStatePaths = listing(['state'], () => openStates.map((state) => ({ state })))

export const wishStatePagePaths = listing(['state', 'page'], (content) =>
  content.values('wishes', 'state').flatMap((state) =>
    olderPages(content.group('wishes', 'state', state).length()).map((page) => ({
      state,
      page: String(page),
    })),
  ),
)
