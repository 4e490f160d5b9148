import type { ArrayField } from 'payload'
import { documents } from '../fields/documents.ts'
import { options } from '../fields/options.ts'
import { itemResults } from './sessions.schema.ts'

/** What the sitting considers, in its order; votes name the rows by their ids. */
export const agenda: ArrayField = {
  name: 'agenda',
  type: 'array',
  label: { ru: 'Повестка', en: 'Agenda' },
  labels: { singular: { ru: 'Вопрос', en: 'Item' }, plural: { ru: 'Вопросы', en: 'Items' } },
  maxRows: 100,
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'О чём вопрос', en: 'Title' },
      required: true,
      maxLength: 500,
    },
    {
      name: 'reporter',
      type: 'text',
      label: { ru: 'Докладчик', en: 'Reporter' },
      maxLength: 300,
      admin: { description: { ru: 'Имя и должность.', en: 'Name and duty.' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'result',
          type: 'select',
          label: { ru: 'Итог', en: 'Result' },
          options: options(itemResults),
          admin: { width: '50%' },
        },
        {
          name: 'decisionNumber',
          type: 'text',
          label: { ru: 'Номер решения', en: 'Number of the decision' },
          maxLength: 60,
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'decision',
      type: 'textarea',
      label: { ru: 'Что решили', en: 'Decision' },
      maxLength: 4000,
      admin: {
        rows: 3,
        description: { ru: 'Простыми словами. Полный текст — в документах.', en: 'In plain words.' },
      },
    },
    documents(),
  ],
}
