import type { Field, TextField } from 'payload'
import { lead, title } from '../fields/headline.ts'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { documentBodies, documentKinds, documentStates } from './documents.schema.ts'

export const aboutFields: Field[] = [
  title({
    description: {
      ru: 'О чём документ, словами жителя: «Правила приёма граждан депутатами».',
      en: 'What it is about, in a resident’s words.',
    },
  }),
  {
    name: 'officialTitle',
    type: 'textarea',
    label: { ru: 'Полное официальное название', en: 'Official title' },
    maxLength: 1000,
    admin: { rows: 3 },
  },
  lead({
    label: { ru: 'Что он меняет', en: 'What it changes' },
    description: {
      ru: 'Одно-два предложения: что теперь можно, нужно или нельзя и с какого дня.',
      en: 'One or two sentences.',
    },
  }),
  {
    type: 'row',
    fields: [
      select('kind', { ru: 'Вид', en: 'Kind' }, documentKinds),
      select('authority', { ru: 'Орган', en: 'Body' }, documentBodies),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'number',
        type: 'text',
        label: { ru: 'Номер', en: 'Number' },
        required: true,
        index: true,
        maxLength: 60,
        admin: { width: '33%', description: { ru: 'Как в документе: «15/3».', en: 'As in the document.' } },
      },
      moment({
        name: 'adoptedAt',
        day: true,
        required: true,
        index: true,
        label: { ru: 'Дата', en: 'Date' },
        admin: { width: '33%' },
      }),
      moment({
        name: 'effectiveAt',
        day: true,
        label: { ru: 'Вступает в силу', en: 'Effective from' },
        validate: notBefore('adoptedAt', {
          ru: 'Документ не может вступить в силу раньше, чем принят.',
          en: 'A document takes effect after it was adopted.',
        }),
        admin: { width: '33%' },
      }),
    ],
  },
  {
    name: 'state',
    type: 'select',
    label: { ru: 'Состояние', en: 'State' },
    options: options(documentStates),
    required: true,
    defaultValue: 'inForce',
    index: true,
  },
  {
    type: 'row',
    admin: { condition: (data) => data['state'] === 'repealed' },
    fields: [
      {
        name: 'repealedBy',
        type: 'relationship',
        relationTo: 'documents',
        label: { ru: 'Каким документом отменён', en: 'Repealed by' },
        admin: { width: '50%' },
      },
      {
        name: 'repealedByText',
        type: 'text',
        label: { ru: 'Или словами', en: 'Or in words' },
        maxLength: 300,
        // Whoever reads that a rule no longer holds wants to know which holds instead.
        validate: (value: unknown, { data, req }: Parameters<NonNullable<TextField['validate']>>[1]) =>
          !isRepealedByNobody(data) ||
          Boolean(value) ||
          message(
            req,
            'Укажите, каким документом он отменён: выберите его или напишите номер и дату.',
            'Say which document repealed it.',
          ),
        admin: { width: '50%', description: { ru: 'Если его нет на портале.', en: 'If it is not here.' } },
      },
    ],
  },
]

export const linkFields: Field[] = [
  {
    name: 'event',
    type: 'relationship',
    relationTo: 'events',
    label: { ru: 'Заседание, на котором приняли', en: 'Sitting' },
    index: true,
  },
  {
    name: 'hearing',
    type: 'relationship',
    relationTo: 'hearings',
    label: { ru: 'Слушания, на которых обсуждали', en: 'Hearing' },
    index: true,
  },
]

function select(
  name: string,
  label: { ru: string; en: string },
  list: readonly { value: string; ru: string; en: string }[],
): Field {
  return {
    name,
    type: 'select',
    label,
    options: options(list),
    required: true,
    index: true,
    admin: { width: '50%' },
  }
}

const isRepealedByNobody = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Reflect.get(data, 'state') === 'repealed' &&
  !Reflect.get(data, 'repealedBy')
