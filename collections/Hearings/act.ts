import type { Field } from 'payload'
import { body } from '../fields/body.ts'
import { lead, title } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { hearingKinds, hearingStatuses } from '../hearingKinds.schema.ts'

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
        label: { ru: 'Редакция уведомления', en: 'Edition of the notice' },
        defaultValue: 1,
        min: 1,
        admin: {
          width: '33%',
          step: 1,
          description: { ru: 'Увеличьте, если меняете опубликованное.', en: 'Raise it when you change it.' },
        },
      },
      moment({
        name: 'editionAt',
        day: true,
        label: { ru: 'Дата редакции', en: 'Date of the edition' },
        admin: { width: '33%' },
      }),
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
  { name: 'territory', type: 'text', label: { ru: 'Территория', en: 'Territory' }, maxLength: 500 },
  {
    name: 'district',
    type: 'relationship',
    relationTo: 'districts',
    label: { ru: 'Округ', en: 'District' },
  },
  body({
    description: { ru: 'Порядок проведения и всё, что не вошло в поля.', en: 'The order and the rest.' },
  }),
  {
    name: 'status',
    type: 'select',
    label: { ru: 'Состоятся ли', en: 'Status' },
    options: options(hearingStatuses),
    required: true,
    defaultValue: 'scheduled',
    admin: { position: 'sidebar' },
  },
  {
    name: 'statusReason',
    type: 'textarea',
    label: { ru: 'Почему отменено', en: 'Why cancelled' },
    maxLength: 500,
    admin: { position: 'sidebar', condition: (data) => data['status'] === 'cancelled' },
  },
]
