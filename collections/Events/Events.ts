import type { CollectionConfig, Field } from 'payload'
import { editorialAccess } from '../access/editorial.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { audiences, eventKinds, eventStatuses } from '../eventKinds.schema.ts'
import { body } from '../fields/body.ts'
import { documents } from '../fields/documents.ts'
import { lead, title } from '../fields/headline.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { picture } from '../fields/picture.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { timeOfDay } from '../fields/timeOfDay.ts'
import { webAddress } from '../fields/webAddress.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { calendarRecordFields } from './calendarRecordFields.ts'
import { outcome } from './outcome.ts'
import { keepCalendarRecord } from './keepCalendarRecord.ts'

export const Events: CollectionConfig = {
  slug: 'events',
  labels: { singular: { ru: 'Событие', en: 'Event' }, plural: { ru: 'События', en: 'Events' } },
  access: editorialAccess('events'),
  versions,
  defaultSort: '-startsAt',
  admin: {
    group: groups.publications,
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'kind', 'status', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'lead', 'organizer', 'slug'],
    pagination,
    preview: preview('events'),
    description: {
      ru: 'Всё, на что житель может прийти. После события дополните вкладку «Итоги».',
      en: 'Anything a resident can attend. Afterwards, fill in the outcome.',
    },
  },
  hooks: editorialHooks('events', { beforeChange: [keepCalendarRecord('events')] }),
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { ru: 'Основное', en: 'Main' }, fields: main() },
        { label: { ru: 'Программа', en: 'Programme' }, fields: programme() },
        { label: { ru: 'Ход события', en: 'Updates' }, fields: updates() },
        { label: { ru: 'Итоги', en: 'Outcome' }, fields: [outcome] },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: [documents(), source] },
        { label: { ru: 'SEO', en: 'SEO' }, fields: [seo] },
      ],
    },
    ...sidebar('events'),
    ...calendarRecord(),
  ],
}

function main(): Field[] {
  return [
    title({
      description: {
        ru: 'Что это и о чём: «Встреча с родителями о наборе в первые классы».',
        en: 'What it is and what it is about.',
      },
    }),
    lead(),
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          label: { ru: 'Вид', en: 'Kind' },
          options: options(eventKinds),
          required: true,
          defaultValue: 'event',
          index: true,
          admin: { width: '50%' },
        },
        {
          name: 'audience',
          type: 'select',
          hasMany: true,
          label: { ru: 'Для кого', en: 'Audience' },
          options: options(audiences),
          defaultValue: ['everyone'],
          admin: { width: '50%' },
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
      name: 'allDay',
      type: 'checkbox',
      label: { ru: 'Весь день', en: 'All day' },
      defaultValue: false,
      admin: { description: { ru: 'Время на сайте не показывается.', en: 'The time is not shown.' } },
    },
    {
      name: 'place',
      type: 'group',
      label: { ru: 'Место', en: 'Place' },
      fields: [
        { name: 'name', type: 'text', label: { ru: 'Название места', en: 'Name' }, maxLength: 200 },
        {
          name: 'address',
          type: 'text',
          label: { ru: 'Адрес', en: 'Address' },
          maxLength: 300,
          admin: {
            description: {
              ru: 'Полностью, с городом или посёлком: по нему сделают ссылку на карту.',
              en: 'In full, with the town: a link to the map is made of it.',
            },
          },
        },
        { name: 'note', type: 'text', label: { ru: 'Как пройти', en: 'How to get in' }, maxLength: 300 },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'district',
          type: 'relationship',
          relationTo: 'districts',
          label: { ru: 'Округ', en: 'District' },
          admin: {
            width: '50%',
            description: { ru: 'Если событие касается одного округа.', en: 'If it concerns one district.' },
          },
        },
        {
          name: 'deputies',
          type: 'relationship',
          relationTo: 'deputies',
          hasMany: true,
          label: { ru: 'Депутаты', en: 'Deputies' },
          admin: { width: '50%' },
        },
      ],
    },
    { name: 'organizer', type: 'text', label: { ru: 'Организатор', en: 'Organiser' }, maxLength: 300 },
    picture({ name: 'cover', label: { ru: 'Обложка', en: 'Cover' } }),
    body(),
  ]
}

function programme(): Field[] {
  return [
    {
      name: 'programme',
      type: 'array',
      label: { ru: 'Программа', en: 'Programme' },
      labels: {
        singular: { ru: 'Пункт программы', en: 'Item' },
        plural: { ru: 'Пункты программы', en: 'Items' },
      },
      maxRows: 60,
      fields: [
        timeOfDay({ name: 'time', label: { ru: 'Время', en: 'Time' } }),
        {
          name: 'title',
          type: 'text',
          label: { ru: 'Что будет', en: 'What' },
          required: true,
          maxLength: 300,
        },
        { name: 'note', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 500 },
      ],
    },
    webAddress({
      name: 'registrationUrl',
      label: { ru: 'Ссылка на запись', en: 'Registration link' },
      description: {
        ru: 'Если надо записаться заранее. Пусто — вход свободный.',
        en: 'If people must register. Empty: free entry.',
      },
    }),
    {
      name: 'accessibility',
      type: 'textarea',
      label: { ru: 'Доступность', en: 'Accessibility' },
      maxLength: 1000,
      admin: {
        rows: 3,
        description: {
          ru: 'Пандус, лифт, перевод на жестовый язык. Если неудобно — так и напишите.',
          en: 'Ramp, lift, sign language. If access is hard, say so.',
        },
      },
    },
  ]
}

function updates(): Field[] {
  return [
    {
      name: 'updates',
      type: 'array',
      label: { ru: 'Обновления по ходу', en: 'Updates' },
      labels: { singular: { ru: 'Обновление', en: 'Update' }, plural: { ru: 'Обновления', en: 'Updates' } },
      maxRows: 200,
      fields: [
        moment({ name: 'at', label: { ru: 'Когда', en: 'When' }, required: true }),
        {
          name: 'text',
          type: 'textarea',
          label: { ru: 'Что произошло', en: 'What happened' },
          required: true,
        },
        picture({ name: 'photo', label: { ru: 'Снимок', en: 'Photo' } }),
      ],
    },
  ]
}

function calendarRecord(): Field[] {
  return [
    {
      name: 'status',
      type: 'select',
      label: { ru: 'Состоится ли', en: 'Will it happen' },
      options: options(eventStatuses),
      required: true,
      defaultValue: 'scheduled',
      index: true,
      admin: {
        position: 'sidebar',
        description: {
          ru: 'Отменённое событие не удаляйте: у жителей оно уже в календаре, отмена придёт туда сама.',
          en: 'Do not delete a cancelled event: it is in residents’ calendars, and the cancellation goes there.',
        },
      },
    },
    ...calendarRecordFields({ reasonFor: ['moved', 'cancelled'] }),
  ]
}
