import type { CollectionConfig } from 'payload'
import { anyone, nobody } from '../access/simple.ts'

const own = { create: nobody, read: nobody, update: nobody }

/**
 * How many seats of a date are taken and how many wait: two public numbers, nothing about anybody. Written by seats.ts alone,
 * in the transaction of a registration; its conditional update is what keeps two people off one seat.
 */
export const EventSeats: CollectionConfig = {
  slug: 'event-seats',
  labels: { singular: { ru: 'Места', en: 'Seats' }, plural: { ru: 'Места', en: 'Seats' } },
  access: { create: nobody, read: anyone, update: nobody, delete: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    // «<event>/2026-12-05», see registrations.schema.ts
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'taken', type: 'number', required: true },
    { name: 'waiting', type: 'number', required: true },
    // The number of the last registration, and whether the site has been told of the figures.
    { name: 'last', type: 'number', required: true, access: own },
    // When the date begins: after that nothing is to be kept up to date.
    { name: 'until', type: 'date', required: true, index: true, access: own },
    { name: 'isTold', type: 'checkbox', index: true, access: own },
  ],
}
