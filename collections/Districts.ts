import type { CollectionConfig } from 'payload'
import { editorialAccess } from './access/editorial.ts'
import { groups, pagination, preview, versions } from './editorial.ts'
import { body } from './fields/body.ts'
import { lead, title } from './fields/headline.ts'
import { seo } from './fields/seo.ts'
import { sidebar } from './fields/sidebar.ts'
import { source } from './fields/source.ts'
import { editorialHooks } from './hooks/editorial.ts'

export const Districts: CollectionConfig = {
  slug: 'districts',
  labels: {
    singular: { ru: 'Избирательный округ', en: 'Electoral district' },
    plural: { ru: 'Избирательные округа', en: 'Electoral districts' },
  },
  access: editorialAccess('districts'),
  versions,
  defaultSort: 'number',
  admin: {
    group: groups.reference,
    useAsTitle: 'title',
    defaultColumns: ['number', 'title', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'territory'],
    pagination,
    preview: preview('districts'),
    description: {
      ru: 'К округам привязаны депутаты и события: по округу житель находит своего депутата.',
      en: 'Deputies and events belong to districts: that is how residents find their deputy.',
    },
  },
  hooks: editorialHooks('districts'),
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ru: 'Основное', en: 'Main' },
          fields: [
            {
              name: 'number',
              type: 'number',
              label: { ru: 'Номер округа', en: 'Number' },
              required: true,
              unique: true,
              index: true,
              min: 1,
              max: 8,
              admin: { step: 1, width: '25%' },
            },
            title({
              description: { ru: 'Например: «Избирательный округ № 1».', en: 'As the official name goes.' },
            }),
            lead(),
            {
              name: 'territory',
              type: 'textarea',
              label: { ru: 'Территория', en: 'Territory' },
              admin: {
                description: {
                  ru: 'Какие части города и посёлки входят в округ. Только по официальному документу.',
                  en: 'Which parts belong to the district, as the official document says.',
                },
              },
            },
            body(),
          ],
        },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: [source] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('districts'),
  ],
}
