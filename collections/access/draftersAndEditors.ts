import type { Access } from 'payload'
import { hasRole, isEditor } from './roles.ts'

/**
 * Editors change everything; a volunteer changes documents that residents do not see, and does not publish them. The
 * answer is for the admin's buttons and the list; hooks/publicationGuard.ts enforces it on every route, because a
 * filter cannot see that a draft lies over a published document.
 */
export const draftersAndEditors: Access = ({ data, req }) => {
  if (isEditor(req)) return true
  if (!hasRole(req, 'volunteer') || data?._status === 'published') return false
  return { _status: { not_equals: 'published' } }
}
