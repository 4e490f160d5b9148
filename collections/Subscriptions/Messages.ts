import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'

/**
 * The queue: one record per subscriber and notice, under a unique index, so that nobody is told twice. Those of one
 * subscriber with one slot are one letter. It holds no address: that is looked up when the letter is written. Nobody sees
 * them; a month after they were sent they are erased.
 */
export const Messages: CollectionConfig = {
  slug: 'told-messages',
  labels: {
    singular: { ru: 'Сообщение подписчику', en: 'Message' },
    plural: { ru: 'Сообщения подписчикам', en: 'Messages' },
  },
  ...internal,
  timestamps: false,
  indexes: [
    { fields: ['subscriber', 'notice'], unique: true },
    { fields: ['status', 'channel', 'dueAt', 'subscriber'] },
  ],
  fields: [
    { name: 'subscriber', type: 'text', required: true },
    { name: 'notice', type: 'text', required: true },
    { name: 'channel', type: 'select', required: true, options: ['email', 'push'] },
    { name: 'slot', type: 'date', required: true },
    // The slot, and later after each failed attempt.
    { name: 'dueAt', type: 'date', required: true },
    // `dropped`: what it told of was gone, or no longer asked for, before it was sent.
    { name: 'status', type: 'select', required: true, options: ['waiting', 'sent', 'dropped', 'failed'] },
    { name: 'attempts', type: 'number', required: true },
    { name: 'error', type: 'text' },
  ],
}
