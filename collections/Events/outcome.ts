import type { GroupField } from 'payload'
import { body } from '../fields/body.ts'
import { moment } from '../fields/moment.ts'

/** What came of an event: promise 18 of the portal, «освещение хода и результатов». */
export const outcome: GroupField = {
  name: 'outcome',
  type: 'group',
  label: { ru: 'Итоги', en: 'Outcome' },
  admin: {
    description: {
      ru: 'Заполните после события: что решили, кто отвечает и к какому сроку.',
      en: 'After the event: what was decided, by whom and by when it will be done.',
    },
  },
  fields: [
    { name: 'summary', type: 'textarea', label: { ru: 'Коротко', en: 'Summary' }, maxLength: 1000 },
    body({ label: { ru: 'Подробно', en: 'Details' } }),
    {
      name: 'decisions',
      type: 'array',
      label: { ru: 'Решения', en: 'Decisions' },
      labels: { singular: { ru: 'Решение', en: 'Decision' }, plural: { ru: 'Решения', en: 'Decisions' } },
      maxRows: 100,
      fields: [
        { name: 'text', type: 'textarea', label: { ru: 'Что решили', en: 'Decision' }, required: true },
        {
          name: 'responsible',
          type: 'text',
          label: { ru: 'Кто отвечает', en: 'Responsible' },
          maxLength: 300,
        },
        moment({ name: 'due', day: true, label: { ru: 'Срок', en: 'Due' } }),
      ],
    },
    {
      name: 'minutes',
      type: 'upload',
      relationTo: 'media',
      label: { ru: 'Протокол', en: 'Minutes' },
      filterOptions: { kind: { equals: 'document' } },
      admin: {
        description: {
          ru: 'Без паспортных данных, адресов и подписей жителей.',
          en: 'Without identity data, addresses and signatures of residents.',
        },
      },
    },
    {
      name: 'photos',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      maxRows: 60,
      label: { ru: 'Снимки', en: 'Photos' },
      filterOptions: { kind: { equals: 'image' } },
    },
  ],
}
