import type { Field, TextField } from 'payload'
import { weekdays } from '../deputyDuties.schema.ts'
import { message } from '../fields/message.ts'
import { moment } from '../fields/moment.ts'
import { notBefore } from '../fields/notBefore.ts'
import { options } from '../fields/options.ts'
import { isTimeOfDay, timeOfDay } from '../fields/timeOfDay.ts'
import { openings } from './places.schema.ts'

const byHours = { condition: (data: Record<string, unknown>) => data['opening'] === 'hours' }

/** Opening hours as rows of the week, with what is different on some days. */
export const openingFields: Field[] = [
  {
    name: 'opening',
    type: 'select',
    label: { ru: 'Когда открыто', en: 'Opening' },
    options: options(openings),
    required: true,
    defaultValue: 'unknown',
  },
  {
    name: 'hours',
    type: 'array',
    label: { ru: 'Часы', en: 'Hours' },
    labels: { singular: { ru: 'Строка', en: 'Row' }, plural: { ru: 'Строки', en: 'Rows' } },
    maxRows: 14,
    admin: {
      ...byHours,
      description: {
        ru: 'Перерыв — это две строки: 09:00–13:00 и 14:00–18:00. Закрытие после полуночи: 18:00–02:00. Круглые сутки: 00:00–00:00.',
        en: 'A break is two rows; 18:00–02:00 ends on the next day.',
      },
    },
    fields: [
      {
        name: 'weekdays',
        type: 'select',
        hasMany: true,
        label: { ru: 'Дни недели', en: 'Weekdays' },
        options: options(weekdays),
        required: true,
      },
      {
        type: 'row',
        fields: [
          timeOfDay({ name: 'from', label: { ru: 'С', en: 'From' }, required: true, width: '50%' }),
          timeOfDay({ name: 'to', label: { ru: 'До', en: 'To' }, required: true, width: '50%' }),
        ],
      },
    ],
  },
  {
    name: 'isClosedOnHolidays',
    type: 'checkbox',
    label: { ru: 'Закрыто в праздники', en: 'Closed on holidays' },
    defaultValue: false,
    admin: {
      ...byHours,
      description: {
        ru: 'Нерабочие праздничные дни по статье 112 Трудового кодекса.',
        en: 'Holidays of the Labour Code.',
      },
    },
  },
  {
    name: 'exceptions',
    type: 'array',
    label: { ru: 'Особые дни', en: 'Exceptions' },
    labels: {
      singular: { ru: 'Особый день', en: 'Exception' },
      plural: { ru: 'Особые дни', en: 'Exceptions' },
    },
    maxRows: 60,
    admin: {
      ...byHours,
      description: { ru: 'Без часов — закрыто весь день.', en: 'Without hours: closed.' },
    },
    fields: [
      {
        type: 'row',
        fields: [
          moment({
            name: 'day',
            day: true,
            required: true,
            label: { ru: 'С', en: 'From' },
            admin: { width: '50%' },
          }),
          moment({
            name: 'lastDay',
            day: true,
            label: { ru: 'По (если дней несколько)', en: 'Until' },
            validate: notBefore('day', {
              ru: 'Последний день не раньше первого.',
              en: 'The last day is not before the first.',
            }),
            admin: { width: '50%' },
          }),
        ],
      },
      {
        type: 'row',
        fields: [
          pairedTime('from', 'to', { ru: 'Часы с', en: 'From' }),
          pairedTime('to', 'from', { ru: 'Часы до', en: 'To' }),
        ],
      },
      { name: 'note', type: 'text', label: { ru: 'Почему', en: 'Why' }, maxLength: 200 },
    ],
  },
]

/** Both hours or none: half of them would close the place silently. */
function pairedTime(name: string, other: string, label: Record<string, string>): TextField {
  return {
    ...timeOfDay({ name, label, width: '50%' }),
    validate: (value: unknown, { req, siblingData }: Parameters<NonNullable<TextField['validate']>>[1]) => {
      if (value) return isTimeOfDay(value) || message(req, 'Запишите время так: 18:30.', 'Like this: 18:30.')
      const pair = Object.entries(siblingData ?? {}).find(([key]) => key === other)?.[1]
      return !pair || message(req, 'Укажите оба времени или ни одного.', 'Both or none.')
    },
  }
}
