import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/**
 * The portal's own small records, one per key: the last assigned revision and the leases of the workers that must run
 * once at a time. Nobody sees them.
 */
export const State: CollectionConfig = {
  slug: 'portal-state',
  labels: {
    singular: { ru: 'Служебная запись', en: 'State' },
    plural: { ru: 'Служебные записи', en: 'States' },
  },
  ...internal,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'number', type: 'number' },
    { name: 'owner', type: 'text' },
    { name: 'expiresAt', type: 'date' },
  ],
}
