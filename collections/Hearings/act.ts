import type { Field } from 'payload'
import { nobody } from '../access/simple.ts'
import { body } from '../fields/body.ts'
import { lead, title } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { webAddress } from '../fields/webAddress.ts'
import { hearingKinds } from '../hearingKinds.schema.ts'
import { isOf } from './isOf.ts'
import { meetingForms, municipalMatters, planningMatters } from './noticeWords.schema.ts'

/** What is discussed, on what legal ground, by whom. */
export const act: Field[] = [
  {
    name: 'kind',
    type: 'select',
    label: { ru: 'Вид', en: 'Kind' },
    options: options(hearingKinds),
    required: true,
    index: true,
    admin: {
      description: {
        ru: 'От вида зависят этапы: у общественных обсуждений нет собрания, у собрания собственников — экспозиции.',
        en: 'The stages depend on the kind.',
      },
    },
  },
  {
    name: 'matter',
    type: 'select',
    label: { ru: 'Что обсуждают', en: 'Planning matter' },
    options: options(planningMatters),
    admin: {
      condition: isOf('publicHearing', 'publicDiscussion'),
      description: { ru: 'От этого зависят сроки.', en: 'The terms depend on it.' },
    },
  },
  {
    name: 'municipalMatter',
    type: 'select',
    label: { ru: 'Вопрос слушаний', en: 'Matter of the hearing' },
    options: options(municipalMatters),
    admin: { condition: isOf('municipalHearing') },
  },
  {
    name: 'form',
    type: 'select',
    label: { ru: 'Форма собрания', en: 'Form of the meeting' },
    options: options(meetingForms),
    admin: { condition: isOf('ownersMeeting') },
  },
  title({
    description: {
      ru: 'Человеческими словами: «Где построят школу в Красной Горке». Официальное название — ниже.',
      en: 'In plain words; the official title goes below.',
    },
  }),
  {
    name: 'officialTitle',
    type: 'textarea',
    label: { ru: 'Официальное название', en: 'Official title' },
    maxLength: 2000,
    admin: {
      rows: 3,
      description: { ru: 'Дословно, как в постановлении.', en: 'Word for word, as in the act.' },
    },
  },
  lead({
    label: { ru: 'Суть', en: 'Gist' },
    description: {
      ru: 'Что предлагают и что изменится для жителя. Два-три предложения.',
      en: 'What is proposed and what changes for a resident.',
    },
  }),
  {
    type: 'row',
    fields: [
      {
        name: 'number',
        type: 'text',
        label: { ru: 'Номер', en: 'Number' },
        maxLength: 60,
        admin: { width: '33%' },
      },
      {
        name: 'edition',
        type: 'number',
        label: { ru: 'Редакция', en: 'Edition' },
        access: { create: nobody, update: nobody },
        admin: {
          width: '33%',
          readOnly: true,
          description: { ru: 'Ставит портал при публикации.', en: 'Set when it is published.' },
        },
      },
      {
        ...moment({
          name: 'editionAt',
          label: { ru: 'Дата редакции', en: 'Date of the edition' },
          admin: { width: '33%', readOnly: true },
        }),
        access: { create: nobody, update: nobody },
      },
    ],
  },
  {
    name: 'authority',
    type: 'text',
    label: { ru: 'Кто проводит', en: 'Authority' },
    maxLength: 500,
    admin: { description: { ru: 'Орган или инициатор, полное название.', en: 'Full name of the body.' } },
  },
  {
    name: 'basis',
    type: 'text',
    label: { ru: 'Правовое основание', en: 'Legal basis' },
    maxLength: 500,
    admin: {
      description: {
        ru: 'Закон и номер акта о назначении: «ГрК РФ ст. 5.1, постановление № …».',
        en: 'The law and the number of the act.',
      },
    },
  },
  contact(),
  webAddress({
    name: 'officialSite',
    label: { ru: 'Официальный сайт с проектом', en: 'Official site with the draft' },
    condition: isOf('publicHearing', 'publicDiscussion', 'municipalHearing'),
  }),
  {
    name: 'system',
    type: 'text',
    label: { ru: 'Информационная система', en: 'Information system' },
    maxLength: 300,
    admin: { condition: isOf('publicDiscussion') },
  },
  body({
    description: { ru: 'Порядок проведения и всё, что не вошло в поля.', en: 'The order and the rest.' },
  }),
]

function contact(): Field {
  return {
    name: 'contact',
    type: 'group',
    label: { ru: 'Кого спросить', en: 'Contact' },
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { ru: 'Отдел или должность', en: 'Office or position' },
        maxLength: 300,
      },
      {
        type: 'row',
        fields: [
          {
            name: 'phone',
            type: 'text',
            label: { ru: 'Телефон', en: 'Phone' },
            maxLength: 60,
            admin: { width: '50%' },
          },
          { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' }, admin: { width: '50%' } },
        ],
      },
    ],
  }
}
