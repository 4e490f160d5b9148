import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'
import { rhythms } from './subscriptions.schema.ts'

const names = rhythms.map(({ value }) => value)

/**
 * Who asked to be told, and about what. The one place with their e-mail addresses: no log, no other collection and no page
 * but their own has them. Until a new subscriber has confirmed, `requested` is all there is. Nobody sees them.
 */
export const Subscribers: CollectionConfig = {
  slug: 'subscribers',
  labels: {
    singular: { ru: 'Подписчик', en: 'Subscriber' },
    plural: { ru: 'Подписчики', en: 'Subscribers' },
  },
  ...internal,
  indexes: [{ fields: ['isActive', 'subjects'] }],
  fields: [
    // A keyed hash of the address, or of the device's push address: one subscriber each.
    { name: 'addressKey', type: 'text', required: true, unique: true, index: true },
    { name: 'channel', type: 'select', required: true, options: ['email', 'push'] },
    { name: 'email', type: 'text' },
    // Of a device: where its browser is reached, and the keys its messages are encrypted with.
    { name: 'push', type: 'json' },
    { name: 'isActive', type: 'checkbox', required: true },
    { name: 'subjects', type: 'text', hasMany: true },
    { name: 'rhythm', type: 'select', options: names },
    { name: 'confirmedAt', type: 'date' },
    {
      // What waits for the link in the letter.
      name: 'requested',
      type: 'group',
      fields: [
        // A keyed hash of the link's token; empty once it was used.
        { name: 'key', type: 'text', index: true },
        { name: 'at', type: 'date', index: true },
        { name: 'subjects', type: 'text', hasMany: true },
        { name: 'rhythm', type: 'select', options: names },
      ],
    },
  ],
}
