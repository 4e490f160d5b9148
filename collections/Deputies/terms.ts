import type { Field } from 'payload'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'

const convocation = (): Field => ({
  name: 'convocation',
  type: 'text',
  label: { ru: 'Созыв', en: 'Convocation' },
  maxLength: 120,
  admin: { description: { ru: '«Созыв 2025–2030 годов».', en: 'Its name.' } },
})

const period = (): Field => ({
  type: 'row',
  fields: [
    moment({ name: 'from', day: true, label: { ru: 'С', en: 'From' }, admin: { width: '50%' } }),
    moment({
      name: 'to',
      day: true,
      label: { ru: 'По', en: 'To' },
      validate: notBefore('from', {
        strict: true,
        ru: 'Срок должен закончиться позже, чем начался.',
        en: 'The term must end after it began.',
      }),
      admin: { width: '50%' },
    }),
  ],
})

/** When a deputy is in office: now, and in earlier convocations. */
export const terms: Field[] = [
  {
    name: 'term',
    type: 'group',
    label: { ru: 'Срок полномочий', en: 'Term' },
    admin: {
      description: {
        ru: 'Когда полномочия закончились, впишите день в «По»: депутат перейдёт в список бывших, его страница и голоса останутся.',
        en: 'With an end that has passed the deputy is a former one; page and votes stay.',
      },
    },
    fields: [convocation(), period()],
  },
  {
    name: 'earlierTerms',
    type: 'array',
    label: { ru: 'Прежние созывы', en: 'Earlier terms' },
    labels: { singular: { ru: 'Созыв', en: 'Term' }, plural: { ru: 'Созывы', en: 'Terms' } },
    maxRows: 12,
    fields: [convocation(), period()],
  },
]
