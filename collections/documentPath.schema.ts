/** Collections whose published documents are pages of the site. */
export type PageCollection =
  'news' | 'events' | 'deputies' | 'hearings' | 'pages' | 'polls' | 'wishes' | 'houses' | 'places'

const folders: Record<PageCollection, string> = {
  news: '/novosti/',
  events: '/kalendar/',
  deputies: '/deputaty/',
  hearings: '/slushaniya/',
  pages: '/',
  polls: '/golosovaniya/',
  wishes: '/pozhelaniya/',
  houses: '/dom/',
  places: '/putevoditel/',
}

/** Whether published documents of the collection have an address of their own (districts and media have none). */
export const hasPage = (collection: string): collection is PageCollection =>
  Object.hasOwn(folders, collection)

/** Address of a document on the site, with the trailing slash: documentPath('news', 'dvor') → /novosti/dvor/. */
export const documentPath = (collection: PageCollection, slug: string): string =>
  `${folders[collection]}${slug}/`
