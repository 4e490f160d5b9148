import type { CollectionConfig, Field } from 'payload'
import { deputyAccess } from './deputyAccess.ts'
import { admins, staff } from '../access/simple.ts'
import { deputyDuties } from '../deputyDuties.schema.ts'
import { groups, pagination, preview, versions } from '../editorial.ts'
import { body } from '../fields/body.ts'
import { lead } from '../fields/headline.ts'
import { options } from '../fields/options.ts'
import { picture } from '../fields/picture.ts'
import { seo } from '../fields/seo.ts'
import { sidebar } from '../fields/sidebar.ts'
import { source } from '../fields/source.ts'
import { editorialHooks } from '../hooks/editorial.ts'
import { contacts } from './contacts.ts'
import { fullName } from './fullName.ts'
import { staffOnly } from './staffOnly.ts'
import { terms } from './terms.ts'

export const Deputies: CollectionConfig = {
  slug: 'deputies',
  labels: { singular: { ru: 'Депутат', en: 'Deputy' }, plural: { ru: 'Депутаты', en: 'Deputies' } },
  access: deputyAccess,
  versions,
  defaultSort: 'lastName',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'district', 'duty', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'lastName', 'firstName', 'lead'],
    pagination,
    preview: preview('deputies'),
    description: {
      ru: 'Кто за что отвечает. Часы приёма — в разделе «Приёмы жителей». Домашние адреса и личные телефоны не публикуются.',
      en: 'Who answers for what. Office hours are in «Receptions». No home addresses, no private telephones.',
    },
  },
  hooks: editorialHooks('deputies', { beforeValidate: [fullName] }),
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { ru: 'Основное', en: 'Main' },
          fields: [...staffOnly(identity()), responsibilities(), biography()],
        },
        {
          label: { ru: 'Контакты', en: 'Contacts' },
          fields: contacts,
        },
        { label: { ru: 'Материалы', en: 'Materials' }, fields: staffOnly([source]) },
        { label: { ru: 'SEO', en: 'SEO' }, fields: staffOnly([seo]) },
      ],
    },
    ...staffOnly(sidebar('deputies')),
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: { ru: 'Учётная запись', en: 'Account' },
      index: true,
      // Whose account it is concerns nobody outside: residents never read it.
      access: { create: admins, read: staff, update: admins },
      filterOptions: { role: { equals: 'respondent' } },
      admin: {
        position: 'sidebar',
        // Others do not read accounts: with the field in their form they could not save a profile that names one.
        condition: (_data, _siblings, { user }) => user?.role === 'admin',
        description: {
          ru: 'Пользователь с ролью «Респондент», который правит этот профиль сам. На сайте не видно.',
          en: 'The respondent who edits this profile. Never public.',
        },
      },
    },
  ],
}

function responsibilities(): Field {
  return lead({
    label: { ru: 'За что отвечает', en: 'Responsible for' },
    description: {
      ru: 'Одной фразой: «Отвечает за школы, дворы и автобус до станции».',
      en: 'In one sentence.',
    },
  })
}

function biography(): Field {
  return body({ label: { ru: 'Биография', en: 'Biography' } })
}

function identity(): Field[] {
  return [
    {
      type: 'row',
      fields: [
        {
          name: 'lastName',
          type: 'text',
          label: { ru: 'Фамилия', en: 'Last name' },
          required: true,
          index: true,
          maxLength: 100,
          admin: { width: '33%' },
        },
        {
          name: 'firstName',
          type: 'text',
          label: { ru: 'Имя', en: 'First name' },
          required: true,
          maxLength: 100,
          admin: { width: '33%' },
        },
        {
          name: 'middleName',
          type: 'text',
          label: { ru: 'Отчество', en: 'Middle name' },
          maxLength: 100,
          admin: { width: '33%' },
        },
      ],
    },
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Имя на сайте', en: 'Name on the site' },
      required: true,
      index: true,
      maxLength: 200,
      admin: {
        readOnly: true,
        description: { ru: 'Составляется из имени, отчества и фамилии.', en: 'Made of the names.' },
      },
    },
    picture({
      name: 'photo',
      label: { ru: 'Портрет', en: 'Photo' },
      description: {
        ru: 'Лицо крупно, фон спокойный. Точку фокуса поставьте на лицо.',
        en: 'The face, a calm background. Put the focal point on the face.',
      },
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'district',
          type: 'relationship',
          relationTo: 'districts',
          label: { ru: 'Округ', en: 'District' },
          index: true,
          admin: { width: '50%' },
        },
        {
          name: 'duty',
          type: 'select',
          label: { ru: 'Должность в Совете', en: 'Duty' },
          options: options(deputyDuties),
          required: true,
          defaultValue: 'deputy',
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'committees',
      type: 'array',
      label: { ru: 'Комиссии и комитеты', en: 'Committees' },
      labels: { singular: { ru: 'Комиссия', en: 'Committee' }, plural: { ru: 'Комиссии', en: 'Committees' } },
      maxRows: 12,
      fields: [
        { name: 'name', type: 'text', label: { ru: 'Название', en: 'Name' }, required: true, maxLength: 300 },
      ],
    },
    ...terms,
  ]
}
