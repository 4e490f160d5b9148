import type { CollectionConfig } from 'payload'
import { anyone, nobody } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { moment } from '../fields/moment.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'

/**
 * What a notice said, edition by edition: written by keepEditions.ts in the transaction of the publication, changed and
 * deleted by nobody. The unique index lets two publications of one moment not both be the same edition.
 */
export const Editions: CollectionConfig = {
  slug: 'editions',
  labels: {
    singular: { ru: 'Редакция уведомления', en: 'Edition of a notice' },
    plural: { ru: 'Редакции уведомлений', en: 'Editions of notices' },
  },
  access: { create: nobody, read: anyone, update: nobody, delete: nobody },
  hooks: publicationHooks('editions'),
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-publishedAt',
  indexes: [{ fields: ['hearing', 'edition'], unique: true }],
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'edition', 'publishedAt'],
    listSearchableFields: ['title', 'sha256'],
    description: {
      ru: 'Портал сохраняет каждую опубликованную редакцию. Их никто не правит и не удаляет.',
      en: 'Every published edition. Nobody edits or deletes them.',
    },
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { ru: 'Уведомление', en: 'Notice' } },
    {
      name: 'hearing',
      type: 'relationship',
      relationTo: 'hearings',
      required: true,
      index: true,
      label: { ru: 'Запись', en: 'Record' },
    },
    { name: 'edition', type: 'number', required: true, label: { ru: 'Редакция', en: 'Edition' } },
    moment({
      name: 'publishedAt',
      required: true,
      index: true,
      label: { ru: 'Опубликована', en: 'Published' },
    }),
    {
      // Canonical JSON of all official fields; `sha256` is of its UTF-8 bytes, in hex.
      name: 'content',
      type: 'textarea',
      required: true,
      label: { ru: 'Содержание', en: 'Content' },
    },
    {
      name: 'sha256',
      type: 'text',
      required: true,
      index: true,
      label: { ru: 'Контрольная сумма', en: 'SHA-256' },
    },
    {
      name: 'difference',
      type: 'array',
      label: { ru: 'Что изменилось', en: 'Difference' },
      fields: [
        { name: 'field', type: 'text', required: true },
        { name: 'label', type: 'text', required: true, label: { ru: 'Поле', en: 'Field' } },
        { name: 'before', type: 'textarea', label: { ru: 'Было', en: 'Before' } },
        { name: 'after', type: 'textarea', label: { ru: 'Стало', en: 'After' } },
      ],
    },
  ],
}
