import type { Field, GroupField } from 'payload'
import { webAddress } from './webAddress.ts'

const fields = (required: boolean): Field[] => [
  {
    name: 'name',
    type: 'text',
    required,
    label: { ru: 'Название источника', en: 'Name of the source' },
    maxLength: 300,
  },
  webAddress({ name: 'url', label: { ru: 'Адрес источника', en: 'Address of the source' } }),
  {
    name: 'checkedAt',
    type: 'date',
    required,
    label: { ru: 'Когда проверено', en: 'Checked on' },
    admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'dd.MM.yyyy' } },
  },
]

/** Where a fact comes from and when somebody last looked. */
export const source: GroupField = {
  name: 'source',
  type: 'group',
  label: { ru: 'Источник', en: 'Source' },
  admin: {
    description: {
      ru: 'Откуда взяты сведения. Сайт покажет ссылку и дату проверки под текстом.',
      en: 'Where the facts come from. The site shows the link and the date under the text.',
    },
  },
  fields: fields(false),
}

/** The same where a figure without its source is not published at all. */
export const knownSource: GroupField = { ...source, fields: fields(true) }
