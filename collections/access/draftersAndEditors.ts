import type { Access } from 'payload'
import type { EditorialSlug } from '../editorial.ts'
import type { Saved } from '../hooks/saved.ts'
import { all } from '../where.ts'
import { hasRole, isEditor } from './roles.ts'

/**
 * Editors change everything; a volunteer changes documents that residents do not see, and does not publish them. The
 * answer is for the admin's buttons and lists as much as for the server; hooks/publicationGuard.ts enforces it again on
 * every route, because a filter over drafts cannot see that a published document lies under one.
 */
export const draftersAndEditors =
  (collection: EditorialSlug): Access<Saved> =>
  async ({ data, id, req }) => {
    if (isEditor(req)) return true
    if (!hasRole(req, 'volunteer') || data?._status === 'published') return false
    if (id === undefined) return { _status: { not_equals: 'published' } }
    const where = all({ id: { equals: id } }, { _status: { equals: 'published' } })
    return (await req.payload.db.count({ collection, req, where })).totalDocs === 0
  }
