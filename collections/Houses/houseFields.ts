import type { Field, TextField } from 'payload'
import { nobody } from '../access/simple.ts'
import { message } from '../fields/message.ts'
import { options } from '../fields/options.ts'
import { webAddress } from '../fields/webAddress.ts'
import { repairStates } from './houses.schema.ts'

/** Parts of the address: what the title, the key and the page's own address are made of. */
export const address: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'locality',
        type: 'text',
        label: { ru: 'Посёлок', en: 'Settlement' },
        maxLength: 60,
        admin: {
          width: '40%',
          description: { ru: 'Если дом не в самих Люберцах: «Томилино».', en: 'Where it is not the city.' },
        },
      },
      {
        name: 'street',
        type: 'text',
        label: { ru: 'Улица', en: 'Street' },
        required: true,
        index: true,
        maxLength: 100,
        admin: {
          width: '60%',
          description: { ru: 'Вместе с видом: «Октябрьский проспект».', en: 'With its type.' },
        },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      part('number', { ru: 'Дом', en: 'Number' }, true),
      part('letter', { ru: 'Буква', en: 'Letter' }),
      part('building', { ru: 'Корпус', en: 'Building' }),
      part('structure', { ru: 'Строение', en: 'Structure' }),
    ],
  },
]

/** What is known of the house. */
export const facts: Field[] = [
  {
    name: 'district',
    type: 'relationship',
    relationTo: 'districts',
    label: { ru: 'Округ', en: 'District' },
    index: true,
  },
  {
    type: 'row',
    fields: [
      { name: 'latitude', type: 'number', label: { ru: 'Широта', en: 'Latitude' }, min: 55, max: 57 },
      { name: 'longitude', type: 'number', label: { ru: 'Долгота', en: 'Longitude' }, min: 37, max: 39 },
    ],
  },
  {
    name: 'pollingStation',
    type: 'group',
    label: { ru: 'Участок для голосования', en: 'Polling station' },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'number',
            type: 'number',
            label: { ru: 'Номер УИК', en: 'Number' },
            min: 1,
            max: 99_999,
            admin: { step: 1, width: '20%' },
          },
          { name: 'place', type: 'text', label: { ru: 'Где', en: 'Place' }, maxLength: 300 },
          { name: 'address', type: 'text', label: { ru: 'Адрес', en: 'Address' }, maxLength: 300 },
        ],
      },
    ],
  },
  {
    name: 'repair',
    type: 'group',
    label: { ru: 'Капитальный ремонт', en: 'Capital repair' },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'year',
            type: 'number',
            label: { ru: 'Год', en: 'Year' },
            min: 2014,
            max: 2100,
            admin: { step: 1, width: '20%' },
          },
          { name: 'works', type: 'text', label: { ru: 'Работы', en: 'Works' }, maxLength: 300 },
          {
            name: 'state',
            type: 'select',
            label: { ru: 'Состояние', en: 'State' },
            options: options(repairStates),
          },
        ],
      },
    ],
  },
  {
    name: 'manager',
    type: 'group',
    label: { ru: 'Управляющая организация', en: 'Managing organisation' },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', label: { ru: 'Название', en: 'Name' }, maxLength: 200 },
          { name: 'phone', type: 'text', label: { ru: 'Телефон', en: 'Telephone' }, maxLength: 60 },
        ],
      },
      webAddress({ name: 'url', label: { ru: 'Сайт', en: 'Site' } }),
    ],
  },
]

/** Made by keepAddress.ts, whoever sends what. */
export const made: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { ru: 'Адрес', en: 'Address' },
    index: true,
    admin: { readOnly: true, position: 'sidebar' },
  },
  {
    name: 'slug',
    type: 'text',
    label: { ru: 'Адрес страницы', en: 'Page address' },
    unique: true,
    index: true,
    admin: { readOnly: true, position: 'sidebar' },
  },
  { name: 'streetSlug', type: 'text', index: true, admin: { hidden: true } },
  {
    name: 'key',
    type: 'text',
    unique: true,
    index: true,
    hidden: true,
    access: { create: nobody, read: nobody, update: nobody },
  },
]

function part(name: string, label: { ru: string; en: string }, required = false): TextField {
  return {
    name,
    type: 'text',
    label,
    required,
    maxLength: 20,
    admin: { width: '25%' },
    validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) => {
      const text = typeof value === 'string' ? value.trim() : ''
      if (text === '') return !required || message(req, 'Укажите номер дома.', 'Enter the number.')
      if (name === 'number' && !/^\d/.test(text))
        return message(req, 'Номер дома начинается с цифры: 12 или 12/4.', 'A number begins with a digit.')
      return true
    },
  }
}
