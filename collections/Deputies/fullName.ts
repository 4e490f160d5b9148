import type { CollectionBeforeValidateHook } from 'payload'
import type { Saved } from '../hooks/saved.ts'

/** The name a resident reads, «Имя Отчество Фамилия», follows the three fields; nobody edits it by hand. */
export const fullName: CollectionBeforeValidateHook<Saved> = ({ data, originalDoc }) => {
  const person: Record<string, unknown> = { ...originalDoc, ...data }
  const title = [person['firstName'], person['middleName'], person['lastName']]
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
    .map((part) => part.trim())
    .join(' ')
  return { ...data, title }
}
