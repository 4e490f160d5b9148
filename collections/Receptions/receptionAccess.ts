import type { Access, CollectionConfig } from 'payload'
import { hasRole, isEditor } from '../access/roles.ts'
import { anyone, editors } from '../access/simple.ts'

/** A respondent keeps the hours of their own profile up to date. */
const ownOrEditors: Access = ({ req }) =>
  isEditor(req) || (hasRole(req, 'respondent') && { 'deputy.user': { equals: req.user?.id } })

export const receptionAccess: NonNullable<CollectionConfig['access']> = {
  create: editors,
  read: anyone,
  update: ownOrEditors,
  delete: editors,
}
