import type { UploadField } from 'payload'

type Picture = { name: string; label: Record<string, string>; description?: Record<string, string> }

/** One picture of the library (documents are not offered). */
export const picture = ({ name, label, description }: Picture): UploadField => ({
  name,
  type: 'upload',
  relationTo: 'media',
  label,
  filterOptions: { kind: { equals: 'image' } },
  ...(description ? { admin: { description } } : {}),
})
