/**
 * Fields of a notice that an editor may correct without a new edition: how it is found, summed up and kept. Every other
 * field is what the notice officially says.
 */
export const editorialFields: readonly string[] = [
  'lead',
  'seo',
  'slug',
  'source',
  'demo',
  'publishedAt',
  // The portal's own records.
  'edition',
  'editionAt',
  'told',
  'firstPublishedAt',
  'mediaRefs',
  '_status',
  'id',
  'createdAt',
  'updatedAt',
]
