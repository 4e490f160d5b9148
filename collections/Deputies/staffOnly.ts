import type { Field } from 'payload'
import { staff } from '../access/simple.ts'

/**
 * The same fields, changed by staff only. A respondent edits the words of their own profile, not who they are, where
 * they were elected or what address the page has. A field that is stricter already keeps its own rule.
 */
export const staffOnly = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'row' || field.type === 'collapsible')
      return { ...field, fields: staffOnly(field.fields) }
    if (!('name' in field) || field.type === 'ui') return field
    return { ...field, access: { create: staff, update: staff, ...field.access } } as Field // same member of the union
  })
