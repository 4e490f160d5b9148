import type { CollectionConfig } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { documents } from '../fields/documents.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { knownSource } from '../fields/source.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { aboutFields, stageFields } from './electionFields.ts'
import { keepNeutral } from './keepNeutral.ts'

/** Elections: dates, districts, stages, where to vote. Neutral by a hook, each with its source. Turnout is Turnout.ts. */
export const Elections: CollectionConfig = {
  slug: 'elections',
  labels: { singular: { ru: 'Выборы', en: 'Election' }, plural: { ru: 'Выборы', en: 'Elections' } },
  access: editorialAccess('elections'),
  versions,
  defaultSort: '-votingFrom',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'votingFrom', 'votingTo', '_status'],
    listSearchableFields: ['title', 'lead', 'slug'],
    pagination,
    preview: preview('elections'),
    description: {
      ru: 'Только порядок, сроки и цифры с источником. Призывы, опросы и прогнозы портал не опубликует.',
      en: 'Procedure, dates and figures with a source. Appeals, polls and forecasts are refused.',
    },
  },
  hooks: editorialHooks('elections', { beforeChange: [keepNeutral] }),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: aboutFields },
        { label: { ru: 'Этапы', en: 'Stages' }, fields: stageFields },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: [documents(), knownSource] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('elections'),
  ],
}
