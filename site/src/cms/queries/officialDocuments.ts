import { query } from '../door.ts'
import { listing } from '../listing.ts'
import { listPage, olderPages } from '../paging.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getDocument = bySlug('documents')

/** `list` is all of them. */
export type DocumentFilter = 'list' | 'kind' | 'year' | 'state'

export const documentsPage = query(
  'list:documentsPage',
  ({ content }, filter: DocumentFilter, value: string, page: number | 'newest') =>
    listPage(content.group('documents', filter, value), page),
)

/** All of them, the oldest first, for the open data. */
export const allDocuments = query('list:allDocuments', ({ content }) => [...content.all('documents').all()])

/** The values of a filter that have documents. */
export const documentValues = query('list:documentValues', ({ content }, filter: DocumentFilter) =>
  content.values('documents', filter).sort(),
)

/** What a sitting adopted or a hearing led to. */
export const documentsOf = query('list:documentsOf', ({ content }, from: 'event' | 'hearing', id: string) => [
  ...content.group('documents', from, id).all(),
])

/** Of those it repealed, for the page of the one that did. */
export const repealedBy = query('list:repealedBy', ({ content }, id: string) => [
  ...content.group('documents', 'repealedBy', id).all(),
])

export const documentPagePaths = slugPaths('documents')

export const documentListPaths = listing(['page'], (content) =>
  olderPages(content.all('documents').length()).map((page) => ({ page: String(page) })),
)

const valuePaths = (filter: DocumentFilter) =>
  listing(['value'], (content) => content.values('documents', filter).map((value) => ({ value })))

const valuePagePaths = (filter: DocumentFilter) =>
  listing(['value', 'page'], (content) =>
    content.values('documents', filter).flatMap((value) =>
      olderPages(content.group('documents', filter, value).length()).map((page) => ({
        value,
        page: String(page),
      })),
    ),
  )

export const documentKindPaths = valuePaths('kind')
export const documentKindPagePaths = valuePagePaths('kind')
export const documentYearPaths = valuePaths('year')
export const documentYearPagePaths = valuePagePaths('year')
export const documentStatePaths = valuePaths('state')
export const documentStatePagePaths = valuePagePaths('state')
