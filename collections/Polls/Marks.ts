import type { CollectionConfig } from 'payload'
import { nobody } from '../access/simple.ts'
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
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  lockDocuments: false,
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
