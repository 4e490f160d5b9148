import type { CollectionConfig } from 'payload'
import { editorialAccess } from './access/editorial.ts'
import { groups, pagination, preview, versions } from './editorial.ts'
import { body } from './fields/body.ts'
import { documents } from './fields/documents.ts'
import { lead, title } from './fields/headline.ts'
import { seo } from './fields/seo.ts'
import { sidebar } from './fields/sidebar.ts'
import { source } from './fields/source.ts'
import { editorialHooks } from './hooks/editorial.ts'

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: { ru: 'Страница', en: 'Page' }, plural: { ru: 'Страницы', en: 'Pages' } },
  access: editorialAccess('pages'),
  versions,
  defaultSort: 'title',
  admin: {
    group: groups.publications,
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'showInFooter', 'updatedAt'],
    listSearchableFields: ['title', 'lead', 'slug'],
    pagination,
    preview: preview('pages'),
    description: {
      ru: 'Постоянные страницы: «О портале», «Как попасть на заседание». Для событий и новостей есть свои разделы.',
      en: 'Lasting pages. Events and news have sections of their own.',
    },
  },
  hooks: editorialHooks('pages'),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: [title(), lead(), body()] },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: [documents(), source] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('pages'),
    {
      name: 'showInFooter',
      type: 'checkbox',
      label: { ru: 'Показать в подвале сайта', en: 'Show in the footer' },
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
  ],
}
