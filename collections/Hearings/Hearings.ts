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
import { clearEditions, keepEdition, numberEdition } from '../Editions/keepEditions.ts'
import { act } from './act.ts'
import { keepPublished } from './keepPublished.ts'
import { obeyLaw } from './obeyLaw.ts'
import { procedure } from './procedure.ts'
import { results } from './results.ts'
import { sheetEndpoints } from './sheet/sheetEndpoints.ts'
import { state } from './state.ts'
import { territory } from './territory.ts'

const hooks = editorialHooks('hearings', { beforeChange: [obeyLaw, numberEdition] })

/** Official notices. What a notice must contain: law/rules.schema.ts. */
export const Hearings: CollectionConfig = {
  slug: 'hearings',
  labels: {
    singular: { ru: 'Официальное уведомление', en: 'Official notice' },
    plural: { ru: 'Слушания и собрания', en: 'Hearings and meetings' },
  },
  access: editorialAccess('hearings'),
  endpoints: sheetEndpoints,
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
  hooks: {
    ...hooks,
    afterChange: [...hooks.afterChange, keepEdition],
    beforeDelete: [keepPublished, ...hooks.beforeDelete],
    afterDelete: [...hooks.afterDelete, clearEditions],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: act },
        { label: { ru: 'Кого касается', en: 'Territory' }, fields: territory },
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
    ...state,
    ...sidebar('hearings'),
  ],
}
