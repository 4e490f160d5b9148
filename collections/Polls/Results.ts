import type { CollectionConfig } from 'payload'
import { anyone, nobody } from '../access/simple.ts'
import { groups } from '../editorial.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'

/**
 * The count of a poll that is over, with every ballot: public, written once by countClosed.ts and changed by nobody. One
 * document holds it whole; its limit (16 MB) is some 200,000 ballots.
 */
export const Results: CollectionConfig = {
  slug: 'poll-results',
  labels: {
    singular: { ru: 'Итог голосования', en: 'Result of a poll' },
    plural: { ru: 'Итоги голосований', en: 'Results of polls' },
  },
  access: { create: nobody, read: anyone, update: nobody, delete: nobody },
  hooks: publicationHooks('poll-results'),
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: '-countedAt',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'level', 'total', 'countedAt'],
    listSearchableFields: ['title'],
    description: {
      ru: 'Портал считает сам, через минуту после окончания. Итог никто не правит; пересчитать может каждый.',
      en: 'Counted by the portal itself. Nobody edits a result; anybody can recount it.',
    },
  },
  fields: [
    { name: 'title', type: 'text', required: true, label: { ru: 'Голосование', en: 'Poll' } },
    {
      name: 'poll',
      type: 'relationship',
      relationTo: 'polls',
      required: true,
      unique: true,
      index: true,
      label: { ru: 'Запись голосования', en: 'Poll' },
    },
    { name: 'level', type: 'text', required: true, label: { ru: 'Кто голосовал', en: 'Who voted' } },
    // Empty when fewer people voted than may be told apart.
    { name: 'total', type: 'number', label: { ru: 'Проголосовало', en: 'Voters' } },
    { name: 'summary', type: 'textarea', required: true, label: { ru: 'Итог', en: 'Result' } },
    { name: 'countedAt', type: 'date', required: true, label: { ru: 'Подсчитано', en: 'Counted' } },
    { name: 'root', type: 'text', required: true, label: { ru: 'Контрольная сумма', en: 'Merkle root' } },
    // What was asked, as it stood when it was counted (BallotList of ballotList.schema.ts).
    { name: 'about', type: 'json', admin: { hidden: true } },
    { name: 'tally', type: 'json', admin: { hidden: true } },
    { name: 'ballots', type: 'json', admin: { hidden: true } },
  ],
}
