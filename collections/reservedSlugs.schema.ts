import type { PageCollection } from './documentPath.schema.ts'

/** Words that are addresses of the site itself; a document may not take them as its slug. */
export const reservedSlugs: Record<PageCollection | 'districts', readonly string[]> = {
  news: ['stranica', 'tema', 'rss'],
  events: ['vse', 'nedelya', 'spisok', 'vid', 'mesto'],
  deputies: ['statistika'],
  hearings: ['podlinnost'],
  sessions: [],
  districts: [],
  polls: ['golosa'],
  wishes: ['kategoriya', 'novoe', 'sostoyanie', 'statistika', 'stranica'],
  // Each ends with a number; none of the section's own addresses does.
  houses: [],
  elections: ['yavka'],
  documents: ['vid', 'god', 'sostoyanie', 'stranica', 'dokumenty'],
  places: ['kategoriya', 'mesta', 'ostanovki'],
  pages: [
    '404',
    'admin',
    'api',
    'deputaty',
    'dokumenty',
    'dom',
    'favicon',
    'golosovaniya',
    'initsiativnaya-gruppa',
    'kak-eto-rabotaet',
    'kalendar',
    'kanaly',
    'komponenty',
    'komu',
    'kontakty',
    'lenty',
    'media',
    'moy-dom',
    'net-svyazi',
    'novosti',
    'otkrytye-dannye',
    'otvet',
    'pagefind',
    'podpiska',
    'poisk',
    'pozhelaniya',
    'preview',
    'priyomy',
    'putevoditel',
    'razdely',
    'robots',
    'sitemap',
    'slushaniya',
    'status',
    'voprosy',
    'vybory',
    'zasedaniya',
  ],
}

/** A month is an address of the calendar (/kalendar/2026-11/), so an event cannot be called like one. */
const monthLike = /^\d{4}-\d{2}$/

/** Whether the site needs this address for itself. */
export const isReservedSlug = (collection: keyof typeof reservedSlugs, slug: string): boolean =>
  reservedSlugs[collection].includes(slug) ||
  slug.startsWith('_') ||
  (collection === 'events' && monthLike.test(slug))
