import type { CollectionConfig } from 'payload'
import { internal } from '../access/internal.ts'
import { randomId } from './randomId.ts'

/**
 * What was chosen, not by whom. The id is the commitment: a hash of a secret that only the voter's receipt holds, so the
 * order of ids is not that of the votes. Published as a list when the poll is over; until then nobody sees them.
 */
export const Ballots: CollectionConfig = {
  slug: 'poll-ballots',
  labels: { singular: { ru: 'Бюллетень', en: 'Ballot' }, plural: { ru: 'Бюллетени', en: 'Ballots' } },
  ...internal,
  timestamps: false,
  fields: [
    randomId,
    { name: 'poll', type: 'text', required: true, index: true },
    { name: 'choices', type: 'text', hasMany: true, required: true },
  ],
}
