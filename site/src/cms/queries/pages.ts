import { contentInScope, query } from '../door.ts'
import { bySlug } from './documents.ts'

export const getPage = bySlug('pages')

/** Pages for the footer, by title. */
export const footerPages = query('list:footerPages', ({ snapshot }) =>
  snapshot.collections.pages.sorted.filter(({ showInFooter }) => showInFooter),
)

/** Old address → new address, for redirects.json. */
export const getRedirects = query('list:redirects', ({ snapshot }) => [
  ...snapshot.collections.redirects.sorted,
])

export async function pageSlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.pages.sorted.flatMap(({ slug }) => slug || [])
}
