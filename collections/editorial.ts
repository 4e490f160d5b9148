import type { CollectionConfig } from 'payload'

/** Collections with drafts, versions, scheduled publishing and a public side. */
export const editorialSlugs = [
  'news',
  'events',
  'deputies',
  'hearings',
  'sessions',
  'pages',
  'districts',
  'polls',
  'elections',
  'documents',
  'places',
] as const

export type EditorialSlug = (typeof editorialSlugs)[number]

/** Drafts that save themselves; 50 versions of a document to go back to. */
export const versions: CollectionConfig['versions'] = {
  maxPerDoc: 50,
  drafts: {
    autosave: { interval: 1500, showSaveDraftButton: true },
    schedulePublish: { timeIntervals: 15 },
    validate: false,
  },
}

/** Lists begin with what was touched last and show enough for a week's work. */
export const pagination = { defaultLimit: 25, limits: [25, 50, 100] }

/** Address behind the admin's preview button; the CMS answers with a redirect to an expiring link. */
export const preview =
  (collection: EditorialSlug) =>
  (doc: Record<string, unknown>): string | null =>
    typeof doc['id'] === 'string' ? `/api/preview/link?collection=${collection}&id=${doc['id']}` : null

export const groups = {
  publications: { ru: 'Публикации', en: 'Content' },
  council: { ru: 'Совет', en: 'Council' },
  voice: { ru: 'Сказать своё', en: 'Voice' },
  reference: { ru: 'Справочники', en: 'Reference' },
  service: { ru: 'Служебное', en: 'Service' },
} as const
