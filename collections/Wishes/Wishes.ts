import type { CollectionConfig, Field } from 'payload'
import { editors } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { move } from './move.ts'
import { removeTraces } from './removeTraces.ts'
import { status } from './status.ts'
import { submit } from './submit.ts'
import { support } from './support.ts'
import { supports } from './supports.ts'
import { byPortal, forEditors, openText, wishAccess } from './wishAccess.ts'
import { declineReasons, wishCategories, wishLimits, wishStates } from './wishes.schema.ts'

const changes = publicationHooks('wishes')
const aside = { position: 'sidebar', readOnly: true } as const
const written = { read: openText }

/** What the resident wrote; an editor may correct it, e.g. take somebody's phone number out. */
const wish: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { ru: 'Коротко', en: 'In short' },
    required: true,
    maxLength: wishLimits.title.max,
    access: written,
  },
  {
    name: 'text',
    type: 'textarea',
    label: { ru: 'Пожелание', en: 'Wish' },
    required: true,
    maxLength: wishLimits.text.max,
    access: written,
    admin: {
      rows: 8,
      description: {
        ru: 'Его прочитают все. Уберите чужие имена, телефоны и номера квартир до публикации.',
        en: 'Everybody will read it. Take out names, phones and flat numbers before you publish.',
      },
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'category',
        type: 'select',
        label: { ru: 'О чём', en: 'Category' },
        required: true,
        index: true,
        options: options(wishCategories),
      },
      {
        name: 'district',
        type: 'relationship',
        relationTo: 'districts',
        label: { ru: 'Округ', en: 'District' },
        index: true,
      },
    ],
  },
  {
    name: 'place',
    type: 'text',
    label: { ru: 'Место', en: 'Place' },
    maxLength: wishLimits.place,
    access: written,
  },
  {
    name: 'point',
    type: 'group',
    label: { ru: 'Точка на карте', en: 'Point on the map' },
    access: written,
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'latitude', type: 'number', label: { ru: 'Широта', en: 'Latitude' }, min: 55, max: 57 },
          { name: 'longitude', type: 'number', label: { ru: 'Долгота', en: 'Longitude' }, min: 37, max: 39 },
        ],
      },
    ],
  },
  {
    name: 'photo',
    type: 'upload',
    relationTo: 'media',
    label: { ru: 'Снимок', en: 'Photo' },
    access: written,
    admin: {
      description: {
        ru: 'Виден жителям только вместе с пожеланием. На нём лица или номера машин? Уберите снимок.',
        en: 'Shown with the wish only. Faces or number plates on it? Remove it.',
      },
    },
  },
  {
    name: 'reply',
    type: 'textarea',
    label: { ru: 'Ответ', en: 'Reply' },
    maxLength: wishLimits.reply.max,
    access: written,
    admin: {
      rows: 5,
      condition: (data) => Boolean(data['reply']),
      description: {
        ru: 'Пишется вместе с решением, кнопкой сверху. Здесь его можно поправить.',
        en: 'Written with the decision, by the button above. Here it can be corrected.',
      },
    },
  },
]

/** Who made it: never public. */
const author: Field = {
  type: 'collapsible',
  label: { ru: 'Автор (жителям не видно)', en: 'Author (private)' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { ru: 'Имя', en: 'Name' },
          maxLength: wishLimits.name,
          access: { read: editors },
        },
        { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' }, access: { read: editors } },
      ],
    },
    {
      ...moment({
        name: 'consentAt',
        label: { ru: 'Согласие на обработку', en: 'Consent given' },
        admin: { readOnly: true },
      }),
      access: forEditors,
    },
  ],
}

const history: Field = {
  name: 'history',
  type: 'array',
  label: { ru: 'Как шло', en: 'History' },
  labels: { singular: { ru: 'Шаг', en: 'Step' }, plural: { ru: 'Шаги', en: 'Steps' } },
  access: forEditors,
  admin: { readOnly: true, initCollapsed: true },
  fields: [
    { name: 'to', type: 'select', label: { ru: 'Стало', en: 'State' }, options: options(wishStates) },
    moment({ name: 'at', label: { ru: 'Когда', en: 'When' } }),
    { name: 'by', type: 'text', label: { ru: 'Кто', en: 'Who' } },
  ],
}

export const Wishes: CollectionConfig = {
  slug: 'wishes',
  labels: { singular: { ru: 'Пожелание', en: 'Wish' }, plural: { ru: 'Пожелания', en: 'Wishes' } },
  access: wishAccess,
  disableDuplicate: true,
  defaultSort: '-receivedAt',
  endpoints: [submit, status, supports, support.send, support.done, move],
  admin: {
    group: groups.voice,
    useAsTitle: 'title',
    defaultColumns: ['number', 'title', 'status', 'category', 'district', 'supports', 'receivedAt'],
    listSearchableFields: ['number', 'title', 'text', 'place'],
    pagination,
    description: {
      ru: 'Новые ждут проверки: опубликуйте или откажите с причиной. Дальше — ответ и чем кончилось.',
      en: 'New ones wait to be published or declined with a reason; then come the reply and the outcome.',
    },
  },
  hooks: { ...changes, afterDelete: [...changes.afterDelete, removeTraces] },
  fields: [
    ...wish,
    author,
    history,
    {
      name: 'number',
      type: 'text',
      label: { ru: 'Номер', en: 'Number' },
      required: true,
      unique: true,
      index: true,
      access: byPortal,
      admin: aside,
    },
    {
      name: 'slug',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      access: byPortal,
      admin: { hidden: true },
    },
    {
      name: 'status',
      type: 'select',
      label: { ru: 'Состояние', en: 'State' },
      required: true,
      index: true,
      options: options(wishStates),
      access: byPortal,
      admin: aside,
    },
    {
      name: 'declineReason',
      type: 'select',
      label: { ru: 'Почему не опубликовано', en: 'Why not published' },
      options: options(declineReasons),
      access: byPortal,
      admin: { ...aside, condition: (data) => data['status'] === 'declined' },
    },
    {
      name: 'supports',
      type: 'number',
      label: { ru: 'Поддержали', en: 'Supporters' },
      defaultValue: 0,
      access: byPortal,
      admin: aside,
    },
    {
      ...moment({
        name: 'receivedAt',
        label: { ru: 'Получено', en: 'Received' },
        required: true,
        index: true,
        admin: aside,
      }),
      access: byPortal,
    },
    {
      ...moment({
        name: 'publishedAt',
        label: { ru: 'Опубликовано', en: 'Published' },
        index: true,
        admin: aside,
      }),
      access: byPortal,
    },
    {
      ...moment({ name: 'decidedAt', label: { ru: 'Решено', en: 'Decided' }, admin: aside }),
      access: byPortal,
    },
    demo,
  ],
}
