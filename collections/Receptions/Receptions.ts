import type { CollectionConfig } from 'payload'
import { groups, pagination } from '../editorial.ts'
import { demo } from '../fields/demo.ts'
import { publicationHooks } from '../hooks/requestRebuild.ts'
import { keepPerson } from './keepPerson.ts'
import { receptionAccess } from './receptionAccess.ts'
import { exceptions, made, rules, where, who } from './receptionFields.ts'

/** Office hours: who, where, when. One record per person and place; public as soon as it is saved. */
export const Receptions: CollectionConfig = {
  slug: 'receptions',
  labels: {
    singular: { ru: 'Приём жителей', en: 'Reception' },
    plural: { ru: 'Приёмы жителей', en: 'Receptions' },
  },
  access: receptionAccess,
  defaultSort: 'title',
  admin: {
    group: groups.council,
    useAsTitle: 'title',
    defaultColumns: ['title', 'place', 'phone', 'updatedAt'],
    listSearchableFields: ['title', 'place', 'address'],
    pagination,
    description: {
      ru: 'Кто, где и когда принимает. Отмену или перенос добавьте в изменения: они сразу видны на сайте и в календарях подписчиков.',
      en: 'Who receives where and when. What is saved is public at once.',
    },
  },
  hooks: { ...publicationHooks('receptions'), beforeValidate: [keepPerson] },
  fields: [...who, rules, exceptions, ...where, ...made, demo],
}
