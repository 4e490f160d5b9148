import type { Access, CollectionConfig } from 'payload'
import { draftersAndEditors } from '../access/draftersAndEditors.ts'
import { hasRole, isStaff } from '../access/roles.ts'
import { editors, staff } from '../access/simple.ts'

const publishedOwnOrStaff: Access = ({ req }) => {
  if (isStaff(req)) return true
  const published = { _status: { equals: 'published' } }
  return hasRole(req, 'respondent') ? { or: [published, { user: { equals: req.user?.id } }] } : published
}

const ownVersionsOrStaff: Access = ({ req }) =>
  isStaff(req) || (hasRole(req, 'respondent') && { 'version.user': { equals: req.user?.id } })

const ownDraftersAndEditors: Access = (args) =>
  hasRole(args.req, 'respondent')
    ? { user: { equals: args.req.user?.id } }
    : draftersAndEditors('deputies')(args)

/** As editorialAccess, and a respondent reads and edits the one profile that is theirs. */
export const deputyAccess: NonNullable<CollectionConfig['access']> = {
  create: staff,
  read: publishedOwnOrStaff,
  readVersions: ownVersionsOrStaff,
  update: ownDraftersAndEditors,
  delete: editors,
}
