import type { CollectionConfig } from 'payload'
import { nobody } from './simple.ts'

/** A collection of the portal's own records: nobody sees or writes them but its code. */
export const internal = {
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  lockDocuments: false,
} satisfies Partial<CollectionConfig>
