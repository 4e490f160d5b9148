import type { CollectionConfig } from 'payload'
import { draftersAndEditors } from './draftersAndEditors.ts'
import type { EditorialSlug } from '../editorial.ts'
import { publishedOrStaff } from './publishedOrStaff.ts'
import { editors, staff } from './simple.ts'

/** Who may do what with news, events, hearings, pages and districts. Residents read what is published. */
export const editorialAccess = (collection: EditorialSlug): NonNullable<CollectionConfig['access']> => ({
  create: staff,
  read: publishedOrStaff,
  readVersions: staff,
  update: draftersAndEditors(collection),
  delete: editors,
})
