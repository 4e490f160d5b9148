import type { BaseFilter } from 'payload'
import { hasRole } from '../access/roles.ts'
import { addresseesOf } from './actors.ts'

/** A respondent's list in the admin: the questions to them. */
export const respondentsOwn: BaseFilter = async ({ req }) =>
  hasRole(req, 'respondent') ? { addressee: { in: await addresseesOf(req) } } : null
