import type { CollectionConfig, Field } from 'payload'
import { anyone, editors, nobody, staff } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { keepTitle } from './keepTitle.ts'
import { move } from './move.ts'
import { isStreamAddress } from './isStreamAddress.ts'
import { isTime } from './isTime.ts'
import { streamStates } from './streams.schema.ts'

const changes = publicationHooks('streams')

/**
 * Streams of what is on the calendar, and their recordings. Without drafts: «В эфир» counts at once, and no draft of the
 * event is published with it.
 */
export const Streams: CollectionConfig = {
  slug: 'streams',
  labels: {
    singular: { ru: 'Трансляция', en: 'Stream' },
    plural: { ru: 'Трансляции', en: 'Streams' },
  },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  defaultSort: '-plannedAt',
  disableDuplicate: true,
  endpoints: [move],
  admin: {
    group: groups.publications,
    useAsTitle: 'title',
    defaultColumns: ['title', 'plannedAt', 'state', 'updatedAt'],
    listSearchableFields: ['title'],
    pagination,
    description: {
      ru: 'Прямой эфир и запись. Пока трансляция идёт, о ней сообщает каждая страница портала. Сохранённое сразу видно на сайте.',
      en: 'Live and recorded. While one is live, every page of the portal tells so. What is saved is public at once.',
    },
  },
  hooks: { ...changes, beforeChange: [keepTitle, ...changes.beforeChange] },
  fields: [...main(), recording(), ...machine(), demo],
}

function main(): Field[] {
  return [
    {
      name: 'of',
      type: 'relationship',
      relationTo: ['sessions', 'events'],
      label: { ru: 'Что показывают', en: 'What is shown' },
      required: true,
      index: true,
      filterOptions: { _status: { equals: 'published' } },
      admin: {
        description: {
          ru: 'Опубликованное заседание или событие: трансляция появится на его странице.',
          en: 'Something published: the stream appears on its page.',
        },
      },
    },
    moment({
      name: 'plannedAt',
      label: { ru: 'Когда начнётся', en: 'Planned start' },
      required: true,
      index: true,
      description: { ru: 'Время московское.', en: 'Moscow time.' },
    }),
    {
      name: 'url',
      type: 'text',
      label: { ru: 'Адрес трансляции', en: 'Address of the stream' },
      maxLength: 500,
      validate: isStreamAddress,
      admin: {
        placeholder: 'https://',
        description: {
          ru: 'Страница видео на VK Видео, Rutube или YouTube — скопируйте из браузера. Или поток HLS (…m3u8) с сервера, который разрешил администратор.',
          en: 'The page of the video on VK Video, Rutube or YouTube, or an HLS stream from a host that is allowed.',
        },
      },
    },
  ]
}

function recording(): Field {
  return {
    type: 'collapsible',
    label: { ru: 'Запись', en: 'Recording' },
    fields: [
      {
        name: 'recordingUrl',
        type: 'text',
        label: { ru: 'Адрес записи', en: 'Address of the recording' },
        maxLength: 500,
        validate: isStreamAddress,
        admin: {
          placeholder: 'https://',
          description: {
            ru: 'Когда запись готова. Сохраните и нажмите «Показать запись».',
            en: 'When it is ready. Save it and press “Show the recording”.',
          },
        },
      },
      {
        name: 'captions',
        type: 'upload',
        relationTo: 'media',
        label: { ru: 'Субтитры', en: 'Captions' },
        filterOptions: { kind: { equals: 'captions' } },
        admin: {
          description: {
            ru: 'Файл WebVTT (.vtt). К видео на чужих площадках субтитры добавляют там же.',
            en: 'A WebVTT file. Videos on other services get their captions there.',
          },
        },
      },
      {
        name: 'chapters',
        type: 'array',
        label: { ru: 'Вопросы в записи', en: 'Chapters' },
        labels: {
          singular: { ru: 'Вопрос', en: 'Chapter' },
          plural: { ru: 'Вопросы', en: 'Chapters' },
        },
        maxRows: 100,
        admin: {
          description: {
            ru: 'С какой минуты какой вопрос: страница ведёт прямо к нему.',
            en: 'From which minute which item: the page leads right to it.',
          },
        },
        fields: [
          {
            type: 'row',
            fields: [
              {
                name: 'time',
                type: 'text',
                label: { ru: 'Время', en: 'Time' },
                required: true,
                maxLength: 8,
                validate: isTime,
                admin: { width: '20%', placeholder: '1:02:30' },
              },
              {
                name: 'title',
                type: 'text',
                label: { ru: 'Вопрос', en: 'Item' },
                required: true,
                maxLength: 300,
                admin: { width: '55%' },
              },
              {
                name: 'item',
                type: 'number',
                label: { ru: '№ в повестке', en: 'Agenda item' },
                min: 1,
                max: 100,
                admin: { width: '25%', step: 1 },
              },
            ],
          },
        ],
      },
    ],
  }
}

/** What buttons and hooks write. */
function machine(): Field[] {
  const byButton = { create: nobody, update: nobody }
  return [
    {
      name: 'state',
      type: 'select',
      label: { ru: 'Состояние', en: 'State' },
      options: options(streamStates),
      required: true,
      defaultValue: 'scheduled',
      index: true,
      access: byButton,
      admin: { position: 'sidebar', readOnly: true },
    },
    moment({
      name: 'startedAt',
      label: { ru: 'Началась', en: 'Started' },
      access: byButton,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['startedAt']) },
    }),
    moment({
      name: 'endedAt',
      label: { ru: 'Закончилась', en: 'Ended' },
      access: byButton,
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['endedAt']) },
    }),
    {
      // For the list of the admin: the title of what is shown, which residents read on its page.
      name: 'title',
      type: 'text',
      label: { ru: 'Название', en: 'Title' },
      access: { create: nobody, read: staff, update: nobody },
      admin: { hidden: true },
    },
  ]
}
