import type { CollectionConfig } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { documents } from '../fields/documents.ts'
import { options } from '../fields/options.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { hearingDocumentKinds } from '../hearingKinds.schema.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { act } from './act.ts'
import { procedure } from './procedure.ts'
import { results } from './results.ts'

/** Official notices. What a notice must contain: law.md rules G01–G24, M01–M05, H01–H11 in the project's notes. */
export const Hearings: CollectionConfig = {
  slug: 'hearings',
  labels: {
    singular: { ru: 'Слушания или собрание', en: 'Hearing or meeting' },
    plural: { ru: 'Слушания и собрания', en: 'Hearings and meetings' },
  },
  access: editorialAccess('hearings'),
  versions,
  defaultSort: '-noticeAt',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'status', '_status', 'noticeAt', 'updatedAt'],
    listSearchableFields: ['title', 'officialTitle', 'number', 'territory', 'slug'],
    pagination,
    preview: preview('hearings'),
    description: {
      ru: 'Официальные уведомления. Данные участников (имена, адреса, паспорта) не публикуются.',
      en: 'Official notices. Participants’ personal data are never published.',
    },
  },
  hooks: editorialHooks('hearings'),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: act },
        { label: { ru: 'Этапы и сроки', en: 'Stages and dates' }, fields: procedure },
        { label: { ru: 'Результаты', en: 'Results' }, fields: results },
        {
          label: { ru: 'Материалы', en: 'Materials' },
          fields: [
            documents({
              extra: [
                {
                  name: 'kind',
                  type: 'select',
                  label: { ru: 'Что это', en: 'Kind' },
                  options: options(hearingDocumentKinds),
                  required: true,
                  defaultValue: 'materials',
                },
              ],
            }),
            source,
          ],
        },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('hearings'),
  ],
}
