import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/**
 * What subscribers are told: one record per edition of a document that went live. The unique key is what tells the same only
 * once; the records are kept for good, they are small and name nobody. Nobody sees them.
 */
export const Notices: CollectionConfig = {
  slug: 'told-notices',
  labels: { singular: { ru: 'Сообщение', en: 'Notice' }, plural: { ru: 'Сообщения', en: 'Notices' } },
  ...internal,
  fields: [
    // «hearings/<id>/2-moved-…»
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'collectionSlug', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'word', type: 'text', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'detail', type: 'text' },
    { name: 'path', type: 'text', required: true },
    { name: 'subjects', type: 'text', hasMany: true },
    // The moment of the letters of those who want to know at once: notices shortly after each other share it.
    { name: 'slot', type: 'date', required: true, index: true },
    { name: 'isSpread', type: 'checkbox', required: true, index: true },
    // The last subscriber who has got a message; the next ones follow by id.
    { name: 'spreadTo', type: 'text' },
  ],
}
