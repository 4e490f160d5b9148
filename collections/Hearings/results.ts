import type { Field } from 'payload'
import { moment } from '../fields/moment.ts'

/** When the protocol and the conclusion are due and when they came; where people were told. */
export const results: Field[] = [
  {
    type: 'row',
    fields: [
      moment({
        name: 'protocolDueAt',
        day: true,
        label: { ru: 'Протокол: срок', en: 'Protocol due' },
        admin: { width: '50%' },
      }),
      moment({
        name: 'protocolAt',
        day: true,
        label: { ru: 'Протокол: готов', en: 'Protocol ready' },
        admin: { width: '50%' },
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      moment({
        name: 'conclusionDueAt',
        day: true,
        label: { ru: 'Заключение: срок', en: 'Conclusion due' },
        admin: { width: '50%' },
      }),
      moment({
        name: 'conclusionAt',
        day: true,
        label: { ru: 'Заключение: опубликовано', en: 'Conclusion published' },
        admin: { width: '50%' },
      }),
    ],
  },
  {
    name: 'informed',
    type: 'array',
    label: { ru: 'Где ещё сообщили', en: 'Where people were told' },
    labels: { singular: { ru: 'Способ', en: 'Way' }, plural: { ru: 'Способы', en: 'Ways' } },
    maxRows: 20,
    admin: {
      description: {
        ru: 'Стенды, газета, доски объявлений в подъездах.',
        en: 'Stands, the newspaper, notice boards.',
      },
    },
    fields: [
      { name: 'text', type: 'text', label: { ru: 'Где', en: 'Where' }, required: true, maxLength: 500 },
      moment({ name: 'date', day: true, label: { ru: 'Когда', en: 'When' } }),
    ],
  },
]
