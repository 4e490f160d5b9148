import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'
import { randomId } from './randomId.ts'

/**
 * That somebody has voted, not how. The unique index is what lets nobody vote twice. No time but the day, no order of ids,
 * nothing in common with the ballot; erased once the poll is counted. Nobody sees them.
 */
export const Marks: CollectionConfig = {
  slug: 'poll-marks',
  labels: {
    singular: { ru: 'Отметка о голосе', en: 'Mark' },
    plural: { ru: 'Отметки о голосах', en: 'Marks' },
  },
  ...internal,
  timestamps: false,
  indexes: [{ fields: ['poll', 'voter'], unique: true }],
  fields: [
    randomId,
    { name: 'poll', type: 'text', required: true },
    // A keyed hash: of the device's random number, or of the address that was confirmed.
    { name: 'voter', type: 'text', required: true },
    { name: 'day', type: 'text', required: true },
  ],
}
