import type { PayloadRequest } from 'payload'
import type { User } from '../payload-types.ts'

export type Role = User['role']

/** Whether the request comes from somebody who is logged in with one of the roles. */
export const hasRole = (req: PayloadRequest, ...roles: Role[]): boolean => {
  const role = req.user?.role
  return role !== undefined && roles.includes(role)
}

export const isAdmin = (req: PayloadRequest): boolean => hasRole(req, 'admin')

/** Admins and editors: those who may publish. */
export const isEditor = (req: PayloadRequest): boolean => hasRole(req, 'admin', 'editor')

/** Everybody who works on the content, volunteers included; not the respondents. */
export const isStaff = (req: PayloadRequest): boolean => hasRole(req, 'admin', 'editor', 'volunteer')
