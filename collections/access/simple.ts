import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { isAdmin, isEditor, isStaff } from './roles.ts'

type ByRequest = (args: { req: PayloadRequest }) => boolean

export const anyone: Access & FieldAccess = () => true
export const nobody: Access & FieldAccess = () => false
export const admins: ByRequest = ({ req }) => isAdmin(req)
export const editors: ByRequest = ({ req }) => isEditor(req)
export const staff: ByRequest = ({ req }) => isStaff(req)
export const anyUser: ByRequest = ({ req }) => Boolean(req.user)
