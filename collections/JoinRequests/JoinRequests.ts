import type { CollectionConfig } from 'payload'
import { editors, nobody } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import { options } from '../fields/options.ts'
import { accept } from './accept.ts'
import { decline } from './decline.ts'
import { joinAges, joinLimits, joinSkills } from './join.schema.ts'
import { keepMembers } from './members.ts'

const byPortal = { create: nobody, update: nobody }
const readOnly = { readOnly: true, position: 'sidebar' } as const

/** Who asked to join the initiative group. Personal data of people, some of them under age: editors alone see it. */
export const JoinRequests: CollectionConfig = {
  slug: 'join-requests',
  labels: {
    singular: { ru: 'Заявка в группу', en: 'Join request' },
    plural: { ru: 'Заявки в группу', en: 'Join requests' },
  },
  access: { create: nobody, read: editors, update: editors, delete: editors },
  disableDuplicate: true,
  defaultSort: '-createdAt',
  endpoints: [accept, decline],
  admin: {
    group: groups.voice,
    useAsTitle: 'name',
    defaultColumns: ['name', 'age', 'status', 'skills', 'createdAt'],
    listSearchableFields: ['name', 'email', 'phone'],
    pagination,
    description: {
      ru: 'Кто хочет в инициативную группу. Просит стереть данные — удалите заявку: больше они нигде не хранятся.',
      en: 'Who wants to join the group. Asked to erase somebody’s data, delete the request: they are nowhere else.',
    },
  },
  hooks: {
    // The public counter goes with the list.
    afterDelete: [({ req }) => keepMembers(req)],
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { ru: 'Имя', en: 'Name' },
      required: true,
      maxLength: joinLimits.name,
    },
    {
      name: 'age',
      type: 'select',
      label: { ru: 'Возраст', en: 'Age' },
      options: options(joinAges),
      required: true,
    },
    {
      type: 'row',
      fields: [
        { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' } },
        { name: 'phone', type: 'text', label: { ru: 'Телефон', en: 'Phone' }, maxLength: joinLimits.phone },
      ],
    },
    {
      name: 'skills',
      type: 'select',
      hasMany: true,
      label: { ru: 'Что умеет', en: 'Skills' },
      options: options(joinSkills),
    },
    { name: 'about', type: 'textarea', label: { ru: 'О себе', en: 'About' }, maxLength: joinLimits.about },
    {
      name: 'parentName',
      type: 'text',
      label: { ru: 'Родитель или опекун', en: 'Parent or guardian' },
      maxLength: joinLimits.parent,
      admin: { condition: (data) => data['age'] === '14-17' },
    },
    {
      name: 'status',
      type: 'select',
      label: { ru: 'Состояние', en: 'Status' },
      required: true,
      defaultValue: 'new',
      index: true,
      access: byPortal,
      admin: readOnly,
      options: [
        { value: 'new', label: { ru: 'Новая', en: 'New' } },
        { value: 'accepted', label: { ru: 'В группе', en: 'Member' } },
        { value: 'declined', label: { ru: 'Не принята', en: 'Declined' } },
      ],
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: { ru: 'Учётная запись', en: 'Account' },
      access: byPortal,
      admin: readOnly,
    },
    {
      ...moment({ name: 'decidedAt', label: { ru: 'Решено', en: 'Decided' }, admin: readOnly }),
      access: byPortal,
    },
    {
      name: 'decidedBy',
      type: 'text',
      label: { ru: 'Кто решил', en: 'Decided by' },
      access: byPortal,
      admin: readOnly,
    },
    {
      ...moment({
        name: 'consentAt',
        label: { ru: 'Согласие на обработку', en: 'Consent given' },
        required: true,
        admin: readOnly,
      }),
      access: byPortal,
    },
    {
      ...moment({
        name: 'parentConsentAt',
        label: { ru: 'Согласие родителя', en: 'Parent’s consent' },
        admin: readOnly,
      }),
      access: byPortal,
    },
    demo,
  ],
}
