import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/**
 * Letters to residents that wait to be sent, written in the transaction of what they tell of. Once a letter is sent, its
 * address and text are erased; the key stays, so that the same is not told twice. Nobody sees them.
 */
export const Letters: CollectionConfig = {
  slug: 'letters',
  labels: { singular: { ru: 'Письмо', en: 'Letter' }, plural: { ru: 'Письма', en: 'Letters' } },
  ...internal,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'to', type: 'text' },
    { name: 'subject', type: 'text' },
    { name: 'text', type: 'textarea' },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: ['waiting', 'sent', 'failed'],
    },
    { name: 'attempts', type: 'number', required: true },
    { name: 'dueAt', type: 'date', required: true, index: true },
    { name: 'error', type: 'text' },
  ],
}
