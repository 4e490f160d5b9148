import type { CollectionConfig } from 'payload'
import { anyone, editors } from '../access/simple.ts'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { address, facts, made } from './houseFields.ts'
import { keepAddress } from './keepAddress.ts'

/** Buildings with an address: reference data by the ten thousand, without drafts. Public as soon as it is saved. */
export const Houses: CollectionConfig = {
  slug: 'houses',
  labels: { singular: { ru: 'Дом', en: 'House' }, plural: { ru: 'Дома', en: 'Houses' } },
  access: { create: editors, read: anyone, update: editors, delete: editors },
  defaultSort: 'title',
  disableDuplicate: true,
  admin: {
    group: groups.reference,
    useAsTitle: 'title',
    defaultColumns: ['title', 'district', 'pollingStation.number', 'updatedAt'],
    listSearchableFields: ['title'],
    pagination,
    description: {
      ru: 'Страница каждого дома: депутаты, участок для голосования, уведомления. Сохранённое сразу видно на сайте.',
      en: 'A page per house. What is saved is public at once.',
    },
  },
  hooks: { ...publicationHooks('houses'), beforeValidate: [keepAddress] },
  fields: [...address, ...facts, ...made, demo],
}
