import type { CollectionConfig } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { keepOffElections } from '../Elections/keepNeutral.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { pollEndpoints } from './endpoints.ts'
import { freezeOpened } from './freezeOpened.ts'
import { keepVotes } from './keepVotes.ts'
import { questionFields, ruleFields } from './pollFields.ts'

const hooks = editorialHooks('polls', { beforeChange: [freezeOpened, keepOffElections] })

/**
 * District votes. Who has voted (Marks.ts) and what was chosen (Ballots.ts) are records without a link; when a poll is over,
 * countClosed.ts writes its result (Results.ts).
 */
export const Polls: CollectionConfig = {
  slug: 'polls',
  labels: { singular: { ru: 'Голосование', en: 'Poll' }, plural: { ru: 'Голосования', en: 'Polls' } },
  access: editorialAccess('polls'),
  versions,
  defaultSort: '-opensAt',
  endpoints: pollEndpoints,
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'level', 'opensAt', 'closesAt', '_status'],
    listSearchableFields: ['title', 'question', 'slug'],
    pagination,
    preview: preview('polls'),
    description: {
      ru: 'Варианты, сроки и правила меняются, пока голосование не открыто. Потом — только слова вокруг них.',
      en: 'Options, dates and rules are frozen once the poll is open.',
    },
  },
  hooks: {
    ...hooks,
    beforeDelete: [keepVotes.refuse, ...(hooks.beforeDelete ?? [])],
    afterDelete: [keepVotes.remove, ...(hooks.afterDelete ?? [])],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Вопрос', en: 'Question' }, fields: questionFields },
        { label: { ru: 'Правила и сроки', en: 'Rules and dates' }, fields: ruleFields },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('polls'),
  ],
}
