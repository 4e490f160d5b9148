import type { CollectionConfig, TextField } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { message } from '../fields/message.ts'
import { options } from '../fields/options.ts'
import { pointFields } from '../fields/pointFields.ts'
import { source } from '../fields/source.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { stopKinds } from './stops.schema.ts'

/** Stops and stations: reference data without drafts. Public as soon as it is saved. */
export const Stops: CollectionConfig = {
  slug: 'stops',
  labels: { singular: { ru: 'Остановка', en: 'Stop' }, plural: { ru: 'Остановки', en: 'Stops' } },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  defaultSort: 'title',
  disableDuplicate: true,
  admin: {
    group: groups.reference,
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'routes', 'updatedAt'],
    listSearchableFields: ['title'],
    pagination,
    description: {
      ru: 'Остановки и станции. Ближайшие показываются у мест путеводителя и на страницах домов. Сохранённое сразу видно на сайте.',
      en: 'Stops and stations. What is saved is public at once.',
    },
  },
  hooks: publicationHooks('stops'),
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { ru: 'Название', en: 'Name' },
      required: true,
      index: true,
      maxLength: 200,
    },
    {
      name: 'kind',
      type: 'select',
      label: { ru: 'Вид', en: 'Kind' },
      options: options(stopKinds),
      required: true,
      defaultValue: 'bus',
    },
    pointFields({ isRequired: true }),
    {
      name: 'routes',
      type: 'text',
      hasMany: true,
      label: { ru: 'Маршруты', en: 'Routes' },
      maxLength: 60,
      maxRows: 40,
      admin: { description: { ru: 'По одному: «МЦД-3», «автобус 21».', en: 'One by one.' } },
    },
    yandexId(),
    { name: 'note', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 300 },
    source,
    demo,
  ],
}

function yandexId(): TextField {
  return {
    name: 'yandexId',
    type: 'text',
    label: { ru: 'Номер остановки в Яндекс Картах', en: 'Stop in Yandex Maps' },
    maxLength: 40,
    validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) =>
      value === undefined ||
      value === null ||
      value === '' ||
      (typeof value === 'string' && /^stop__\d+$/.test(value)) ||
      message(req, 'Номер выглядит так: stop__9643291.', 'It looks like this: stop__9643291.'),
    admin: {
      description: {
        ru: 'Откройте остановку в Яндекс Картах и скопируйте из адреса: stop__9643291. Без номера ссылка откроет карту в этой точке.',
        en: 'From the address of the stop in Yandex Maps.',
      },
    },
  }
}
