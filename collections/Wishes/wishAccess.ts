import type { Access, CollectionConfig, FieldAccess } from 'payload'
import { isEditor } from '../access/roles.ts'
import { editors, nobody } from '../access/simple.ts'
import { isOpen, openStates } from './wishes.schema.ts'

/**
 * Residents read wishes that were published, and of a declined one that there was one and why: what it said is closed
 * field by field (`openText`).
 */
const publicOrEditors: Access = ({ req }) => isEditor(req) || { status: { in: [...openStates, 'declined'] } }

export const wishAccess: NonNullable<CollectionConfig['access']> = {
  // Residents alone make wishes, through the form.
  create: nobody,
  read: publicOrEditors,
  update: editors,
  delete: editors,
}

/**
 * For what a resident wrote: read by all while the wish is published. Without a document in hand (a query that would
 * search or sort by the field) the answer is no.
 */
export const openText: FieldAccess<{ id: string; status?: unknown }> = ({ doc, req }) =>
  isEditor(req) || isOpen(doc?.status)

/** For what only the portal writes and everybody may read. */
export const byPortal = { create: nobody, update: nobody }

/** For what only the portal writes and only editors read. */
export const forEditors = { create: nobody, read: editors, update: nobody }
