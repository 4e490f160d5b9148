import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/** Puzzles and one-time links that have been used, until they would run out anyway. Nobody sees them. */
export const Spent: CollectionConfig = {
  slug: 'spent-tokens',
  labels: {
    singular: { ru: 'Использованный ключ', en: 'Spent token' },
    plural: { ru: 'Использованные ключи', en: 'Spent tokens' },
  },
  ...internal,
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
