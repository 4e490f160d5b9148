import type { CollectionBeforeValidateHook } from 'payload'
import { slugify } from '../fields/slugify.ts'
import type { Saved } from '../hooks/saved.ts'

/** The address is made of the first title; links to it outlive a change of the title. */
export const addressSlug: CollectionBeforeValidateHook<Saved> = ({ data, originalDoc }) => {
  const given = data?.['slug']
  if (typeof given === 'string' && given !== '') return data
  const title = data?.['title']
  const slug = originalDoc?.['slug'] ?? (typeof title === 'string' ? slugify(title) : undefined)
  return { ...data, slug }
}
