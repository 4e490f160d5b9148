import type { Access, CollectionConfig } from 'payload'
import { hasRole, isEditor } from '../access/roles.ts'
import { editors, staff } from '../access/simple.ts'

const ownOrEditors: Access = ({ req }) =>
  isEditor(req) || (hasRole(req, 'volunteer') && { uploadedBy: { equals: req.user?.id } })

/**
 * The library belongs to the staff. Residents get the files of published documents through the snapshot, never the
 * library. A volunteer changes their own files; keepUsedFiles and recordFile refuse those that are public already.
 */
export const mediaAccess: NonNullable<CollectionConfig['access']> = {
  create: staff,
  read: staff,
  update: ownOrEditors,
  delete: editors,
}
