import type { FilterOptionsProps, UploadField, Where } from 'payload'

type Picture = { name: string; label: Record<string, string>; description?: Record<string, string> }

/** One picture of the library (documents are not offered). */
export const picture = ({ name, label, description }: Picture): UploadField => ({
  name,
  type: 'upload',
  relationTo: 'media',
  label,
  filterOptions: onlyPictures,
  ...(description ? { admin: { description } } : {}),
})

/**
 * Offers pictures, not documents. Payload checks this again at every save as the user who saves; a respondent does not
 * read the library, so for them, who cannot change these fields anyway, there is no filter.
 */
export const onlyPictures = ({ user }: FilterOptionsProps): Where | true =>
  user?.role === 'respondent' ? true : { kind: { equals: 'image' } }
