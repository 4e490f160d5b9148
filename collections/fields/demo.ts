import type { CheckboxField } from 'payload'
import { editors } from '../access/simple.ts'

/** Marks invented records: the site labels them, and one command removes them all. */
export const demo: CheckboxField = {
  name: 'demo',
  type: 'checkbox',
  label: { ru: 'Демонстрационные данные', en: 'Demo data' },
  defaultValue: false,
  index: true,
  access: { create: editors, update: editors },
  admin: {
    position: 'sidebar',
    description: {
      ru: 'Запись придумана для показа. На сайте рядом с ней будет пометка.',
      en: 'This record is invented. The site marks it.',
    },
  },
}
