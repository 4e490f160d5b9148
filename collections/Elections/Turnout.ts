import type { CollectionConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import { knownSource } from '../fields/source.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'

/** One figure of turnout with its source: none is saved without. Public as soon as it is saved. */
export const Turnout: CollectionConfig = {
  slug: 'turnout',
  labels: {
    singular: { ru: 'Явка на выборах', en: 'Turnout' },
    plural: { ru: 'Явка на выборах', en: 'Turnout' },
  },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  defaultSort: '-year',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['year', 'title', 'percent', 'demo', 'updatedAt'],
    listSearchableFields: ['title'],
    pagination,
    description: {
      ru: 'Цифра без источника и даты проверки не сохранится. Сохранённое сразу видно на сайте.',
      en: 'A figure without its source is not saved. What is saved is public at once.',
    },
  },
  hooks: publicationHooks('turnout'),
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Какие выборы', en: 'Which election' },
      required: true,
      maxLength: 200,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'year',
          type: 'number',
          label: { ru: 'Год', en: 'Year' },
          required: true,
          index: true,
          min: 1990,
          max: 2100,
          admin: { step: 1, width: '33%' },
        },
        moment({
          name: 'votedOn',
          day: true,
          label: { ru: 'День голосования', en: 'Day of voting' },
          admin: { width: '33%' },
        }),
        {
          name: 'percent',
          type: 'number',
          label: { ru: 'Явка, %', en: 'Turnout, %' },
          required: true,
          min: 0,
          max: 100,
          admin: { step: 0.01, width: '33%' },
        },
      ],
    },
    {
      name: 'election',
      type: 'relationship',
      relationTo: 'elections',
      label: { ru: 'Страница выборов', en: 'Page of the election' },
      index: true,
    },
    {
      name: 'note',
      type: 'text',
      label: { ru: 'Пояснение', en: 'Note' },
      maxLength: 300,
      admin: { description: { ru: 'Где считали и о каких избирателях речь.', en: 'Of whom and where.' } },
    },
    knownSource,
    demo,
  ],
}
