import type { CollectionConfig } from 'payload'
import { admins, anyone, editors, staff } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { lead, title } from '../fields/headline.ts'
import { isSlug, slugMaxLength } from '../fields/slugify.ts'
import { message } from '../fields/message.ts'
import { picture } from '../fields/picture.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { terms } from '../Questions/clock.schema.ts'
import { addressSlug } from './addressSlug.ts'
import { keepAsked } from './keepAsked.ts'

const changes = publicationHooks('addressees')

/** Who answers public questions: an official, an office, a deputy. Public as soon as it is saved. */
export const Addressees: CollectionConfig = {
  slug: 'addressees',
  labels: {
    singular: { ru: 'Адресат вопросов', en: 'Addressee' },
    plural: { ru: 'Адресаты вопросов', en: 'Addressees' },
  },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  defaultSort: 'order',
  admin: {
    group: groups.voice,
    useAsTitle: 'title',
    defaultColumns: ['title', 'name', 'accepting', 'termDays', 'order'],
    listSearchableFields: ['title', 'name'],
    pagination,
    description: {
      ru: 'Кому жители задают публичные вопросы. Сохранённое сразу видно на сайте.',
      en: 'Whom residents ask. What is saved is public at once.',
    },
  },
  disableDuplicate: true,
  hooks: {
    ...changes,
    beforeValidate: [addressSlug],
    beforeDelete: [keepAsked, ...changes.beforeDelete],
  },
  fields: [
    title({
      label: { ru: 'Как называется', en: 'Title' },
      description: { ru: '«Общественный юрист», «Глава управы», имя депутата.', en: 'An office or a name.' },
    }),
    {
      name: 'deputy',
      type: 'relationship',
      relationTo: 'deputies',
      label: { ru: 'Депутат', en: 'Deputy' },
      index: true,
      admin: {
        description: {
          ru: 'Если отвечает депутат: имя и портрет возьмём с его страницы.',
          en: 'Name and portrait are those of the deputy.',
        },
      },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { ru: 'Имя', en: 'Name' },
          maxLength: 200,
          admin: { width: '50%', condition: (data) => !data?.['deputy'] },
        },
        {
          name: 'duty',
          type: 'text',
          label: { ru: 'Должность', en: 'Duty' },
          maxLength: 200,
          admin: { width: '50%', condition: (data) => !data?.['deputy'] },
        },
      ],
    },
    picture({
      name: 'portrait',
      label: { ru: 'Портрет', en: 'Portrait' },
      description: {
        ru: 'Лицо крупно. У депутата портрет берём с его страницы; без портрета стоят начальные буквы.',
        en: 'The face. A deputy’s is that of their page; initials stand in for none.',
      },
    }),
    lead({
      label: { ru: 'О чём спрашивать', en: 'What to ask' },
      description: { ru: 'Одно-два предложения.', en: 'One or two sentences.' },
    }),
    {
      name: 'notFor',
      type: 'textarea',
      label: { ru: 'О чём не спрашивать', en: 'What not to ask' },
      maxLength: 600,
      admin: { rows: 2, description: { ru: 'И куда с этим обратиться.', en: 'And where to go with it.' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'accepting',
          type: 'checkbox',
          label: { ru: 'Принимает вопросы', en: 'Accepts questions' },
          defaultValue: true,
          admin: { width: '50%' },
        },
        {
          name: 'termDays',
          type: 'number',
          label: { ru: 'Срок ответа, дней', en: 'Term in days' },
          required: true,
          defaultValue: terms.answer,
          min: 1,
          max: terms.answer,
          admin: {
            width: '50%',
            description: { ru: 'Не больше 30 (59-ФЗ, ст. 12).', en: 'At most 30.' },
          },
        },
      ],
    },
    {
      name: 'pausedReason',
      type: 'textarea',
      label: { ru: 'Почему не принимает', en: 'Why not' },
      maxLength: 600,
      admin: { rows: 2, condition: (data) => data?.['accepting'] === false },
      validate: (value, { req, siblingData }) =>
        !isPaused(siblingData) ||
        Boolean(value) ||
        message(req, 'Объясните жителям, почему вопросы не принимаются.', 'Tell residents why.'),
    },
    {
      name: 'respondents',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: { ru: 'Кто отвечает', en: 'Respondents' },
      index: true,
      // Whose accounts these are concerns nobody outside: residents never read it.
      access: { create: admins, read: staff, update: admins },
      filterOptions: { role: { equals: 'respondent' } },
      admin: {
        position: 'sidebar',
        condition: (_data, _siblings, { user }) => user?.role === 'admin',
        description: {
          ru: 'Учётные записи с ролью «Респондент». Только они отвечают на вопросы этому адресату.',
          en: 'The accounts that answer. Never public.',
        },
      },
    },
    {
      name: 'order',
      type: 'number',
      label: { ru: 'Место в списке', en: 'Place in lists' },
      defaultValue: 100,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'slug',
      type: 'text',
      label: { ru: 'Адрес страницы', en: 'Page address' },
      unique: true,
      index: true,
      maxLength: slugMaxLength,
      admin: {
        position: 'sidebar',
        description: {
          ru: 'Составится из названия и больше не меняется сам.',
          en: 'Made of the title and then kept.',
        },
      },
      validate: (value: unknown, { req }: { req: Parameters<typeof message>[0] }) =>
        value === undefined ||
        value === null ||
        isSlug(value) ||
        message(req, 'Строчные латинские буквы, цифры и дефис.', 'Small Latin letters, digits, hyphens.'),
    },
    demo,
  ],
}

const isPaused = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'accepting' in data && data.accepting === false
