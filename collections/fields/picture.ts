import type { UploadField, UploadFieldSingleValidation, Where } from 'payload'
import { upload } from 'payload/shared'

type Picture = { name: string; label: Record<string, string>; description?: Record<string, string> }

/** One picture of the library (documents are not offered). */
export const picture = ({ name, label, description }: Picture): UploadField => ({
  name,
  type: 'upload',
  relationTo: 'media',
  label,
  ...onlyPictures,
  ...(description ? { admin: { description } } : {}),
})

/**
 * Offers pictures, not documents. Payload checks the offer again at every save, reading the library as the user who
 * saves. A respondent does not read it and cannot change these fields either, so for them there is nothing to check.
 */
export const onlyPictures: { filterOptions: Where; validate: UploadFieldSingleValidation } = {
  filterOptions: { kind: { equals: 'image' } },
  validate: (value, options) => options.req.user?.role === 'respondent' || upload(value, options),
}
