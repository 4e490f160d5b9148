import type { Access } from 'payload'
import { isStaff } from './roles.ts'

/** Staff read everything; everybody else, logged in or not, what is published. */
export const publishedOrStaff: Access = ({ req }) => isStaff(req) || { _status: { equals: 'published' } }
