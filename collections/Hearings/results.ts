import type { Field } from 'payload'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { isOf } from './isOf.ts'
import { informedPlaces } from './noticeWords.schema.ts'

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
    type: 'row',
    fields: [
      {
        name: 'protocolNumber',
        type: 'text',
        label: { ru: 'Номер протокола', en: 'Number of the protocol' },
        maxLength: 60,
        admin: {
          width: '50%',
          description: {
            ru: 'У собрания собственников — из ГИС ЖКХ.',
            en: 'Owners: that of the state system.',
          },
        },
      },
      {
        name: 'participants',
        type: 'number',
        label: { ru: 'Сколько участников', en: 'Participants' },
        min: 0,
        admin: { width: '50%', step: 1 },
      },
    ],
  },
  {
    name: 'proposals',
    type: 'group',
    label: { ru: 'Сколько предложений', en: 'Proposals' },
    admin: { condition: isOf('publicHearing', 'publicDiscussion', 'municipalHearing') },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'residents',
            type: 'number',
            label: { ru: 'От жителей территории', en: 'Of residents' },
            min: 0,
            admin: { width: '50%', step: 1 },
          },
          {
            name: 'others',
            type: 'number',
            label: { ru: 'От иных участников', en: 'Of others' },
            min: 0,
            admin: { width: '50%', step: 1 },
          },
        ],
      },
    ],
  },
  {
    name: 'recommendation',
    type: 'textarea',
    label: { ru: 'Рекомендация и обоснование', en: 'Recommendation and reasons' },
    maxLength: 3000,
    admin: {
      condition: isOf('publicHearing', 'publicDiscussion', 'municipalHearing'),
      description: {
        ru: 'Коротко, как в заключении. Без имён участников.',
        en: 'As in the conclusion. No names.',
      },
    },
  },
  moment({
    name: 'resultsAt',
    label: { ru: 'Итоги сообщены собственникам', en: 'Owners told of the results' },
    admin: { condition: isOf('ownersMeeting') },
  }),
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
      {
        name: 'place',
        type: 'select',
        label: { ru: 'Вид места', en: 'Kind of place' },
        options: options(informedPlaces),
      },
      { name: 'text', type: 'text', label: { ru: 'Где', en: 'Where' }, required: true, maxLength: 500 },
      moment({ name: 'date', day: true, label: { ru: 'Когда', en: 'When' } }),
    ],
  },
]
