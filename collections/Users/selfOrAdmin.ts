import type { Access } from 'payload'
import { isAdmin } from '../access/roles.ts'

/** An admin sees every account, everybody else their own. */
export const selfOrAdmin: Access = ({ req }) =>
  isAdmin(req) || (req.user !== null && { id: { equals: req.user.id } })
