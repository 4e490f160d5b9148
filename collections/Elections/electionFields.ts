import type { Field } from 'payload'
import { body } from '../fields/body.ts'
import { lead, title } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { timeOfDay } from '../fields/timeOfDay.ts'
import { electionKinds } from './elections.schema.ts'

/** Who is elected, when and where. */
export const aboutFields: Field[] = [
  title({
    description: {
      ru: 'Кого и когда выбирают: «Выборы Совета депутатов 2025 года». Без призывов.',
      en: 'Who is elected and when. No appeals.',
    },
  }),
  lead(),
  {
    name: 'kind',
    type: 'select',
    label: { ru: 'Вид', en: 'Kind' },
    options: options(electionKinds),
    required: true,
    index: true,
  },
  {
    name: 'elects',
    type: 'text',
    label: { ru: 'Кого выбирают', en: 'Who is elected' },
    maxLength: 300,
    admin: { description: { ru: '«32 депутата, по четыре от каждого округа».', en: 'In words.' } },
  },
  {
    type: 'row',
    fields: [
      moment({
        name: 'votingFrom',
        day: true,
        required: true,
        index: true,
        label: { ru: 'Голосование с', en: 'Voting from' },
        admin: { width: '50%' },
      }),
      moment({
        name: 'votingTo',
        day: true,
        required: true,
        index: true,
        label: { ru: 'Голосование по', en: 'Voting to' },
        validate: notBefore('votingFrom', {
          required: true,
          ru: 'Последний день не может быть раньше первого.',
          en: 'The last day must not be before the first.',
        }),
        admin: { width: '50%' },
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      timeOfDay({ name: 'hoursFrom', label: { ru: 'Участки открыты с', en: 'Open from' }, width: '50%' }),
      timeOfDay({ name: 'hoursTo', label: { ru: 'До', en: 'Until' }, width: '50%' }),
    ],
  },
  {
    name: 'stations',
    type: 'number',
    label: { ru: 'Сколько участков', en: 'Polling stations' },
    min: 1,
    max: 9999,
    admin: { step: 1 },
  },
  {
    name: 'districts',
    type: 'relationship',
    relationTo: 'districts',
    hasMany: true,
    label: { ru: 'Округа', en: 'Districts' },
    admin: { description: { ru: 'Пусто: голосуют во всех.', en: 'Empty: all of them.' } },
  },
  body({
    label: { ru: 'Порядок', en: 'Procedure' },
    description: {
      ru: 'Как проголосовать, что взять с собой, что делать, если Вы в отъезде. Без оценок кандидатов и партий.',
      en: 'How to vote. No judgement of candidates and parties.',
    },
  }),
]

/** The line of the page. */
export const stageFields: Field[] = [
  {
    name: 'stages',
    type: 'array',
    label: { ru: 'Этапы', en: 'Stages' },
    labels: { singular: { ru: 'Этап', en: 'Stage' }, plural: { ru: 'Этапы', en: 'Stages' } },
    maxRows: 12,
    admin: {
      description: {
        ru: 'По порядку дат. Дни голосования сайт добавит сам.',
        en: 'In the order of dates. The site adds the days of voting itself.',
      },
    },
    fields: [
      {
        name: 'title',
        type: 'text',
        label: { ru: 'Что происходит', en: 'What happens' },
        required: true,
        maxLength: 120,
      },
      {
        type: 'row',
        fields: [
          moment({
            name: 'from',
            day: true,
            required: true,
            label: { ru: 'С', en: 'From' },
            admin: { width: '50%' },
          }),
          moment({
            name: 'to',
            day: true,
            label: { ru: 'По', en: 'To' },
            validate: notBefore('from', {
              ru: 'Этап не может закончиться раньше, чем начнётся.',
              en: 'A stage must not end before it begins.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      { name: 'text', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 300 },
    ],
  },
]
