import type { CollectionConfig } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { documents } from '../fields/documents.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { aboutFields, linkFields } from './documentFields.ts'

/** Official documents: number, date, body, in force or repealed by which. The words of their files are searched. */
export const Documents: CollectionConfig = {
  slug: 'documents',
  // `Document` is the browser's.
  typescript: { interface: 'OfficialDocument' },
  labels: { singular: { ru: 'Документ', en: 'Document' }, plural: { ru: 'Документы', en: 'Documents' } },
  access: editorialAccess('documents'),
  versions,
  defaultSort: '-adoptedAt',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'number', 'adoptedAt', 'state', '_status'],
    listSearchableFields: ['title', 'officialTitle', 'number', 'slug'],
    pagination,
    preview: preview('documents'),
    description: {
      ru: 'Решения и постановления с номером, датой и состоянием. Текст приложенных PDF попадёт в поиск сам.',
      en: 'Decisions and resolutions. The text of attached PDFs is searched.',
    },
  },
  hooks: editorialHooks('documents'),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: aboutFields },
        {
          label: { ru: 'Файлы и связи', en: 'Files and links' },
          fields: [documents(), ...linkFields, source],
        },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('documents'),
  ],
}
