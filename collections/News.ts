import type { CollectionConfig } from 'payload'
import { editorialAccess } from './access/editorial.ts'
import { keepSilence } from './Elections/keepNeutral.ts'
import { groups, pagination, preview, versions } from './editorial.ts'
import { body } from './fields/body.ts'
import { documents } from './fields/documents.ts'
import { lead, title } from './fields/headline.ts'
import { options } from './fields/options.ts'
import { picture } from './fields/picture.ts'
import { seo } from './fields/seo.ts'
import { sidebar } from './fields/sidebar.ts'
import { source } from './fields/source.ts'
import { editorialHooks } from './hooks/editorial.ts'
import { newsTopics } from './newsTopics.schema.ts'

export const News: CollectionConfig = {
  slug: 'news',
  labels: { singular: { ru: 'Новость', en: 'News item' }, plural: { ru: 'Новости', en: 'News' } },
  access: editorialAccess('news'),
  versions,
  defaultSort: '-publishedAt',
  admin: {
    group: groups.publications,
    useAsTitle: 'title',
    defaultColumns: ['title', 'topic', '_status', 'publishedAt', 'updatedAt'],
    listSearchableFields: ['title', 'lead', 'slug'],
    pagination,
    preview: preview('news'),
    description: {
      ru: 'Что произошло и что это меняет для жителя. Черновик виден только сотрудникам.',
      en: 'What happened and what it changes for a resident. Drafts are seen by staff only.',
    },
  },
  hooks: editorialHooks('news', { beforeChange: [keepSilence] }),
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ru: 'Основное', en: 'Main' },
          fields: [
            title(),
            lead(),
            {
              name: 'topic',
              type: 'select',
              label: { ru: 'Тема', en: 'Topic' },
              options: options(newsTopics),
              required: true,
              index: true,
            },
            picture({
              name: 'cover',
              label: { ru: 'Обложка', en: 'Cover' },
              description: {
                ru: 'Горизонтальный снимок, лучше от 1600 точек по ширине. Без обложки новость выйдет текстом.',
                en: 'A landscape picture, at least 1600 px wide if you can.',
              },
            }),
            body(),
          ],
        },
        {
          label: { ru: 'Материалы', en: 'Materials' },
          fields: [
            documents(),
            {
              name: 'event',
              type: 'relationship',
              relationTo: 'events',
              label: { ru: 'Событие календаря', en: 'Calendar event' },
              admin: {
                description: {
                  ru: 'Если новость о событии из календаря: на сайте они сошлются друг на друга.',
                  en: 'If the news is about an event of the calendar.',
                },
              },
            },
            {
              name: 'related',
              type: 'relationship',
              relationTo: 'news',
              hasMany: true,
              maxRows: 6,
              label: { ru: 'Читайте также', en: 'Related news' },
              filterOptions: ({ id }) => (id === undefined ? true : { id: { not_equals: id } }),
            },
            source,
          ],
        },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('news'),
  ],
}
