/** Collections whose published documents are pages of the site. */
export type PageCollection =
  | 'news'
  | 'events'
  | 'deputies'
  | 'hearings'
  | 'sessions'
  | 'pages'
  | 'polls'
  | 'wishes'
  | 'houses'
  | 'elections'
  | 'documents'
  | 'places'

const folders: Record<PageCollection, string> = {
  news: '/novosti/',
  events: '/kalendar/',
  deputies: '/deputaty/',
  hearings: '/slushaniya/',
  sessions: '/zasedaniya/',
  pages: '/',
  polls: '/golosovaniya/',
  wishes: '/pozhelaniya/',
  houses: '/dom/',
  elections: '/vybory/',
  documents: '/dokumenty/',
  places: '/putevoditel/',
}

/** Whether published documents of the collection have an address of their own (districts and media have none). */
export const hasPage = (collection: string): collection is PageCollection =>
  Object.hasOwn(folders, collection)

/** Address of a document on the site, with the trailing slash: documentPath('news', 'dvor') → /novosti/dvor/. */
export const documentPath = (collection: PageCollection, slug: string): string =>
  `${folders[collection]}${slug}/`
