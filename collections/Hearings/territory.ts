import type { Field } from 'payload'
import { isArea } from './area.ts'
import { isOf } from './isOf.ts'

/** Whom it concerns: in words, as houses, as districts, as a boundary. One of them is enough. */
export const territory: Field[] = [
  { name: 'territory', type: 'text', label: { ru: 'Территория словами', en: 'Territory' }, maxLength: 500 },
  {
    name: 'house',
    type: 'group',
    label: { ru: 'Дом собрания', en: 'House of the meeting' },
    admin: { condition: isOf('ownersMeeting') },
    fields: [{ name: 'address', type: 'text', label: { ru: 'Адрес дома', en: 'Address' }, maxLength: 300 }],
  },
  {
    name: 'houses',
    type: 'relationship',
    relationTo: 'houses',
    hasMany: true,
    index: true,
    label: { ru: 'Дома', en: 'Houses' },
    admin: {
      description: {
        ru: 'На страницах этих домов появится уведомление.',
        en: 'The notice appears on the pages of these houses.',
      },
    },
  },
  {
    name: 'districts',
    type: 'relationship',
    relationTo: 'districts',
    hasMany: true,
    label: { ru: 'Округа', en: 'Districts' },
  },
  {
    name: 'area',
    type: 'textarea',
    label: { ru: 'Граница на карте', en: 'Boundary' },
    maxLength: 5000,
    validate: isArea,
    admin: {
      rows: 3,
      description: {
        ru: 'Точки по порядку, по одной на строке: «55.676, 37.898» или ссылка Яндекс Карт.',
        en: 'Points in order, one a line: “55.676, 37.898”.',
      },
    },
  },
]
