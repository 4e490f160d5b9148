import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload'
import { editors, nobody } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { moment } from '../fields/moment.ts'
import type { Registration } from '../payload-types.ts'
import { cancelEndpoints } from './cancel.ts'
import { listEndpoints } from './list.ts'
import { registrationLimits } from './registrations.schema.ts'
import { recount } from './seats.ts'
import { send, sent } from './send.ts'
import { seats } from './seatsEndpoint.ts'

const giveSeatOn: CollectionAfterDeleteHook<Registration> = ({ doc, req }) => recount(req, doc)

/** Who has registered for an event. Personal data: editors alone see it, and it is erased two weeks after the event. */
export const Registrations: CollectionConfig = {
  slug: 'registrations',
  labels: {
    singular: { ru: 'Запись на событие', en: 'Registration' },
    plural: { ru: 'Записи на события', en: 'Registrations' },
  },
  access: { create: nobody, read: editors, update: nobody, delete: editors },
  disableDuplicate: true,
  lockDocuments: false,
  defaultSort: 'number',
  endpoints: [send, sent, seats, ...cancelEndpoints, ...listEndpoints],
  admin: {
    group: groups.voice,
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'event', 'day', 'state', 'createdAt'],
    listSearchableFields: ['name', 'email'],
    pagination,
    description: {
      ru: 'Кто записался. Через две недели после события имена и адреса стираются сами. Удалите запись — и место получит первый из листа ожидания.',
      en: 'Who has registered. Erased two weeks after the event. Delete one, and the first of the waiting list gets the seat.',
    },
  },
  hooks: {
    afterDelete: [giveSeatOn],
  },
  fields: [
    { name: 'name', type: 'text', label: { ru: 'Имя', en: 'Name' }, maxLength: registrationLimits.name },
    { name: 'email', type: 'email', label: { ru: 'Почта', en: 'E-mail' } },
    {
      name: 'event',
      type: 'relationship',
      relationTo: 'events',
      label: { ru: 'Событие', en: 'Event' },
      required: true,
      index: true,
    },
    { name: 'day', type: 'text', label: { ru: 'Дата из повторяющихся', en: 'Date of a series' } },
    {
      name: 'state',
      type: 'select',
      label: { ru: 'Состояние', en: 'State' },
      required: true,
      options: [
        { value: 'seat', label: { ru: 'Есть место', en: 'Has a seat' } },
        { value: 'waiting', label: { ru: 'Ждёт места', en: 'Waiting' } },
      ],
    },
    { name: 'number', type: 'number', label: { ru: 'По порядку', en: 'Number' }, required: true },
    moment({
      name: 'consentAt',
      label: { ru: 'Согласие на обработку', en: 'Consent given' },
      required: true,
    }),
    // What the person was told last: the start, and that it is off; another one is told by keepRegistrations.ts.
    { name: 'isOff', type: 'checkbox', admin: { hidden: true } },
    { name: 'toldStart', type: 'date', required: true, admin: { hidden: true } },
    { name: 'eraseAt', type: 'date', required: true, index: true, admin: { hidden: true } },
    // Which date it is for, and one registration of an address for it.
    { name: 'seatsKey', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'key', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    demo,
  ],
}
