import type { CollectionConfig, Field } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { keepCalendarRecord } from '../Events/keepCalendarRecord.ts'
import { calendarRecordFields } from '../Events/calendarRecordFields.ts'
import { documents } from '../fields/documents.ts'
import { lead } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { agenda } from './agenda.ts'
import { keepRoll } from './keepRoll.ts'
import { minutes, roll, seats } from './rollFields.ts'
import { sessionStatuses } from './sessions.schema.ts'
import { sessionTitle } from './sessionTitle.ts'

/** Sittings of the Council: agenda, who came, who voted how, what was decided. */
export const Sessions: CollectionConfig = {
  slug: 'sessions',
  labels: {
    singular: { ru: 'Заседание Совета', en: 'Session' },
    plural: { ru: 'Заседания Совета', en: 'Sessions' },
  },
  access: editorialAccess('sessions'),
  versions,
  defaultSort: '-startsAt',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'status', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'number', 'lead'],
    pagination,
    preview: preview('sessions'),
    description: {
      ru: 'До заседания — повестка и как прийти. После — кто был, кто как голосовал и что решили.',
      en: 'Before: agenda and how to attend. After: who came, who voted how, what was decided.',
    },
  },
  hooks: editorialHooks('sessions', {
    beforeValidate: [sessionTitle],
    beforeChange: [keepCalendarRecord('sessions'), keepRoll],
  }),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: main() },
        { label: { ru: 'Повестка и решения', en: 'Agenda and decisions' }, fields: [agenda] },
        { label: { ru: 'Кто был и как голосовал', en: 'Roll call' }, fields: [seats, roll] },
        { label: { ru: 'Документы', en: 'Documents' }, fields: [minutes, documents(), source] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('sessions'),
    {
      name: 'status',
      type: 'select',
      label: { ru: 'Что с заседанием', en: 'Status' },
      options: options(sessionStatuses),
      required: true,
      defaultValue: 'scheduled',
      index: true,
      admin: {
        position: 'sidebar',
        description: {
          ru: 'Отменённое заседание не удаляйте: у жителей оно уже в календаре, отмена придёт туда сама.',
          en: 'Do not delete a cancelled one: it is in residents’ calendars.',
        },
      },
    },
    ...calendarRecordFields({ reasonFor: ['moved', 'cancelled'] }),
  ],
}

function main(): Field[] {
  return [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Название на сайте', en: 'Title' },
      required: true,
      index: true,
      maxLength: 200,
      admin: {
        readOnly: true,
        description: { ru: 'Составляется из номера и даты.', en: 'Made of number and date.' },
      },
    },
    lead({
      label: { ru: 'Главное', en: 'Gist' },
      description: {
        ru: 'О чём заседание, одной-двумя фразами. После — что решили.',
        en: 'What it is about; afterwards, what was decided.',
      },
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'number',
          type: 'text',
          label: { ru: 'Номер', en: 'Number' },
          maxLength: 40,
          admin: { width: '33%' },
        },
        {
          name: 'convocation',
          type: 'text',
          label: { ru: 'Созыв', en: 'Convocation' },
          maxLength: 120,
          admin: {
            width: '66%',
            description: { ru: '«Созыв 2025–2030 годов».', en: 'Of which convocation.' },
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        moment({
          name: 'startsAt',
          label: { ru: 'Начало', en: 'Starts at' },
          required: true,
          index: true,
          description: { ru: 'Время московское.', en: 'Moscow time.' },
          admin: { width: '50%' },
        }),
        moment({
          name: 'endsAt',
          label: { ru: 'Окончание', en: 'Ends at' },
          validate: notBefore('startsAt', {
            strict: true,
            ru: 'Окончание должно быть позже начала.',
            en: 'The end must be after the start.',
          }),
          admin: { width: '50%' },
        }),
      ],
    },
    {
      name: 'place',
      type: 'group',
      label: { ru: 'Место', en: 'Place' },
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { ru: 'Зал', en: 'Hall' },
          required: true,
          maxLength: 200,
        },
        { name: 'address', type: 'text', label: { ru: 'Адрес', en: 'Address' }, maxLength: 300 },
      ],
    },
    {
      name: 'attend',
      type: 'textarea',
      label: { ru: 'Как прийти жителю', en: 'How residents attend' },
      required: true,
      maxLength: 2000,
      admin: {
        rows: 3,
        description: {
          ru: 'Обязательно (8-ФЗ, ст. 15): как записаться, что взять с собой, сколько мест, можно ли выступить.',
          en: 'Mandatory (8-ФЗ art. 15): how to register, what to bring, how many seats.',
        },
      },
    },
    {
      name: 'accessibility',
      type: 'textarea',
      label: { ru: 'Доступность', en: 'Accessibility' },
      maxLength: 1000,
      admin: { rows: 2, description: { ru: 'Пандус, лифт, перевод на жестовый язык.', en: 'Ramp, lift.' } },
    },
  ]
}
