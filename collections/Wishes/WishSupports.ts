import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/**
 * One row per device and wish. The key is a keyed hash of both, so that neither the device nor what else it supported can
 * be read from it. Nobody sees them; the unique key is what counts once.
 */
export const WishSupports: CollectionConfig = {
  slug: 'wish-supports',
  labels: {
    singular: { ru: 'Поддержка пожелания', en: 'Support' },
    plural: { ru: 'Поддержка пожеланий', en: 'Supports' },
  },
  ...internal,
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'wish', type: 'text', required: true, index: true },
  ],
}
