import type { Field } from 'payload'
import { nobody } from '../access/simple.ts'
import type { reservedSlugs } from '../reservedSlugs.schema.ts'
import { demo } from './demo.ts'
import { moment } from './moment.ts'
import { slugField } from './slug.ts'

/** What every editorial document carries beside its text: address, date, demo mark and the portal's own records. */
export const sidebar = (collection: keyof typeof reservedSlugs): Field[] => [
  slugField(collection),
  moment({
    name: 'publishedAt',
    label: { ru: 'Дата публикации', en: 'Publication date' },
    index: true,
    description: {
      ru: 'Её видят жители. Поставится сама при первой публикации.',
      en: 'Shown to residents. Set at the first publication.',
    },
    admin: { position: 'sidebar' },
  }),
  demo,
  ...ownRecords,
]

/** Written by hooks only, never sent to anybody. */
const ownRecords: Field[] = [
  {
    name: 'firstPublishedAt',
    type: 'date',
    hidden: true,
    access: { create: nobody, read: nobody, update: nobody },
  },
  {
    name: 'mediaRefs',
    type: 'text',
    hasMany: true,
    hidden: true,
    index: true,
    access: { create: nobody, read: nobody, update: nobody },
  },
]
