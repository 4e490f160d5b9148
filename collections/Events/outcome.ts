import type { Field } from 'payload'
import { body } from '../fields/body.ts'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { dayOf } from '../moscow.schema.ts'
import { isSeries, plannedDays } from './dates.schema.ts'

/** What came of an event: promise 18 of the portal, «освещение хода и результатов». */
export const outcome: Field[] = [
  {
    name: 'outcome',
    type: 'group',
    label: { ru: 'Итоги', en: 'Outcome' },
    admin: {
      condition: (data) => !isSeries(data),
      description: {
        ru: 'Заполните после события: что решили, кто отвечает и к какому сроку.',
        en: 'After the event: what was decided, by whom and by when it will be done.',
      },
    },
    fields: results(),
  },
  {
    name: 'outcomes',
    type: 'array',
    label: { ru: 'Итоги по датам', en: 'Outcomes by date' },
    labels: {
      singular: { ru: 'Итоги даты', en: 'Outcome' },
      plural: { ru: 'Итоги по датам', en: 'Outcomes' },
    },
    maxRows: 110,
    admin: {
      condition: (data) => isSeries(data),
      description: {
        ru: 'Чем закончилась каждая встреча. Итоги появятся на странице своей даты.',
        en: 'How each date ended; shown on the page of the date.',
      },
    },
    fields: [
      moment({
        name: 'day',
        day: true,
        required: true,
        label: { ru: 'День по правилу', en: 'Day by the rule' },
        validate: (value, { data, req }) => {
          if (!value) return message(req, 'Укажите день.', 'Enter a day.')
          return (
            plannedDays(data).includes(dayOf(new Date(value))) ||
            message(req, 'В этот день по правилу ничего нет.', 'The rule does not mean this day.')
          )
        },
      }),
      ...results(),
    ],
  },
]

function results(): Field[] {
  return [
    { name: 'summary', type: 'textarea', label: { ru: 'Коротко', en: 'Summary' }, maxLength: 1000 },
    {
      name: 'participants',
      type: 'number',
      label: { ru: 'Сколько пришло', en: 'Participants' },
      min: 0,
      max: 1_000_000,
      admin: { description: { ru: 'Если считали.', en: 'If they were counted.' } },
    },
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
  ]
}
