import { query } from '../door.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getPage = bySlug('pages')

/** Pages for the footer, by title. */
export const footerPages = query('list:footerPages', ({ content }) =>
  content
    .all('pages')
    .all()
    .filter(({ showInFooter }) => showInFooter),
)

/** Old address → new address, for redirects.json. */
export const getRedirects = query('list:redirects', ({ content }) => [...content.all('redirects').all()])

export const pagePaths = slugPaths('pages')
