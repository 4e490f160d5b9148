import type { Field, TextField } from 'payload'
import { editors } from '../access/simple.ts'
import { receptionWeeks, weekdays } from '../deputyDuties.schema.ts'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { isTimeOfDay, timeOfDay } from '../fields/timeOfDay.ts'
import { houseBounds } from '../Houses/houses.schema.ts'
import { receptionChanges } from './receptions.schema.ts'

const forEditors = { create: editors, update: editors }

/** Who receives: a deputy, an addressee of questions, or anybody by name. */
export const who: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'deputy',
        type: 'relationship',
        relationTo: 'deputies',
        label: { ru: 'Депутат', en: 'Deputy' },
        index: true,
        access: forEditors,
      },
      {
        name: 'addressee',
        type: 'relationship',
        relationTo: 'addressees',
        label: { ru: 'Адресат вопросов', en: 'Addressee' },
        index: true,
        access: forEditors,
        admin: { condition: (data) => !data?.['deputy'] },
      },
    ],
  },
  {
    name: 'name',
    type: 'text',
    label: { ru: 'Имя и должность', en: 'Name and duty' },
    maxLength: 200,
    access: forEditors,
    // Shown, and checked, only when nobody was chosen above.
    validate: (value: unknown, { req }: Parameters<Validate>[1]) =>
      isSet(value) ||
      message(
        req,
        'Выберите депутата или адресата вопросов, или напишите имя.',
        'Choose a deputy or an addressee, or write a name.',
      ),
    admin: {
      condition: (data) => !data?.['deputy'] && !data?.['addressee'],
      description: { ru: 'Если принимает кто-то другой.', en: 'Somebody else.' },
    },
  },
]

export const rules: Field = {
  name: 'rules',
  type: 'array',
  label: { ru: 'Постоянное расписание', en: 'Regular hours' },
  labels: { singular: { ru: 'Приём', en: 'Reception' }, plural: { ru: 'Приёмы', en: 'Receptions' } },
  maxRows: 14,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'weekday',
          type: 'select',
          label: { ru: 'День недели', en: 'Weekday' },
          options: options(weekdays),
          required: true,
          admin: { width: '50%' },
        },
        {
          name: 'weeks',
          type: 'select',
          label: { ru: 'Какие недели', en: 'Weeks' },
          options: options(receptionWeeks),
          required: true,
          defaultValue: 'every',
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        timeOfDay({ name: 'from', label: { ru: 'С', en: 'From' }, required: true, width: '50%' }),
        endTime(true),
      ],
    },
    {
      type: 'row',
      fields: [
        moment({
          name: 'validFrom',
          day: true,
          label: { ru: 'Действует с', en: 'Valid from' },
          admin: { width: '50%' },
        }),
        moment({
          name: 'validTo',
          day: true,
          label: { ru: 'Действует по', en: 'Valid to' },
          validate: notBefore('validFrom', {
            ru: 'Срок должен закончиться не раньше, чем начался.',
            en: 'The term must not end before it began.',
          }),
          admin: { width: '50%' },
        }),
      ],
    },
  ],
}

export const exceptions: Field = {
  name: 'exceptions',
  type: 'array',
  label: { ru: 'Отмены, переносы, дополнительные дни', en: 'Exceptions' },
  labels: { singular: { ru: 'Изменение', en: 'Exception' }, plural: { ru: 'Изменения', en: 'Exceptions' } },
  maxRows: 60,
  fields: [
    {
      type: 'row',
      fields: [
        moment({
          name: 'day',
          day: true,
          required: true,
          label: { ru: 'День', en: 'Day' },
          admin: { width: '50%' },
        }),
        {
          name: 'change',
          type: 'select',
          label: { ru: 'Что изменилось', en: 'What changed' },
          options: options(receptionChanges),
          required: true,
          defaultValue: 'cancelled',
          admin: { width: '50%' },
        },
      ],
    },
    moment({
      name: 'movedTo',
      day: true,
      label: { ru: 'На какой день', en: 'To which day' },
      description: {
        ru: 'Если меняются только часы или место, оставьте пустым.',
        en: 'Empty: the same day.',
      },
      admin: { condition: (_data, sibling) => sibling?.['change'] === 'moved' },
    }),
    {
      type: 'row',
      admin: { condition: (_data, sibling) => sibling?.['change'] !== 'cancelled' },
      fields: [startTime(), endTime(false)],
    },
    {
      name: 'place',
      type: 'text',
      label: { ru: 'Где, если не там, где обычно', en: 'Place' },
      maxLength: 300,
      admin: { condition: (_data, sibling) => sibling?.['change'] !== 'cancelled' },
    },
    { name: 'note', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 300 },
  ],
}

export const where: Field[] = [
  { name: 'place', type: 'text', label: { ru: 'Где', en: 'Place' }, maxLength: 300 },
  {
    type: 'row',
    fields: [
      {
        name: 'house',
        type: 'relationship',
        relationTo: 'houses',
        label: { ru: 'Дом', en: 'House' },
        index: true,
        admin: { width: '50%' },
      },
      {
        name: 'address',
        type: 'text',
        label: { ru: 'Адрес', en: 'Address' },
        maxLength: 300,
        admin: { width: '50%', condition: (data) => !data?.['house'] },
      },
    ],
  },
  {
    type: 'row',
    admin: { condition: (data) => !data?.['house'] },
    fields: [
      {
        name: 'latitude',
        type: 'number',
        label: { ru: 'Широта', en: 'Latitude' },
        ...houseBounds.latitude,
      },
      {
        name: 'longitude',
        type: 'number',
        label: { ru: 'Долгота', en: 'Longitude' },
        ...houseBounds.longitude,
      },
    ],
  },
  {
    type: 'row',
    fields: [
      { name: 'phone', type: 'text', label: { ru: 'Телефон', en: 'Telephone' }, maxLength: 60 },
      {
        name: 'booking',
        type: 'text',
        label: { ru: 'Как записаться', en: 'How to book' },
        maxLength: 300,
      },
    ],
  },
  { name: 'note', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 300 },
]

/** Made by keepPerson.ts, whoever sends what. */
export const made: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { ru: 'Кто', en: 'Who' },
    index: true,
    admin: { readOnly: true, position: 'sidebar' },
  },
  { name: 'person', type: 'text', index: true, admin: { hidden: true } },
]

type Validate = NonNullable<TextField['validate']>

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const sibling = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).find(([key]) => key === name)?.[1]
    : undefined

/** An extra day has hours of its own; a moved one may. */
function startTime(): TextField {
  const field = timeOfDay({ name: 'from', label: { ru: 'С', en: 'From' }, width: '50%' })
  return {
    ...field,
    validate: (value: unknown, { req, siblingData }: Parameters<Validate>[1]) => {
      if (!isSet(value))
        return sibling(siblingData, 'change') !== 'extra' || message(req, 'Укажите время.', 'Enter a time.')
      return (
        isTimeOfDay(value) || message(req, 'Запишите время так: 18:30.', 'Write the time like this: 18:30.')
      )
    },
  }
}

function endTime(isRequired: boolean): TextField {
  const field = timeOfDay({ name: 'to', label: { ru: 'До', en: 'To' }, required: isRequired, width: '50%' })
  return {
    ...field,
    validate: (value: unknown, { req, siblingData }: Parameters<Validate>[1]) => {
      const from = sibling(siblingData, 'from')
      if (!isSet(value))
        return (!isRequired && !isSet(from)) || message(req, 'Укажите время.', 'Enter a time.')
      if (!isTimeOfDay(value))
        return message(req, 'Запишите время так: 18:30.', 'Write the time like this: 18:30.')
      return (
        !isTimeOfDay(from) ||
        String(value) > String(from) ||
        message(req, 'Приём должен закончиться позже, чем начнётся.', 'The end must be after the start.')
      )
    },
  }
}
