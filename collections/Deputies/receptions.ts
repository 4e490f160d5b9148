import type { ArrayField, TextField } from 'payload'
import { options } from '../fields/options.ts'
import { message } from '../fields/message.ts'
import { isTimeOfDay, timeOfDay } from '../fields/timeOfDay.ts'
import { receptionWeeks, weekdays } from '../deputyDuties.schema.ts'

/** Office hours as rules («каждая вторая среда»); exceptions are events of the kind «приём». */
export const receptions: ArrayField = {
  name: 'receptions',
  type: 'array',
  label: { ru: 'Приём жителей', en: 'Receptions' },
  labels: { singular: { ru: 'Приём', en: 'Reception' }, plural: { ru: 'Приёмы', en: 'Receptions' } },
  maxRows: 14,
  admin: {
    description: {
      ru: 'Постоянное расписание. Разовый приём или замену добавьте событием календаря.',
      en: 'The regular rule. Add a single reception as an event.',
    },
  },
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
        endTime(),
      ],
    },
    { name: 'place', type: 'text', label: { ru: 'Где', en: 'Place' }, maxLength: 300 },
    { name: 'note', type: 'text', label: { ru: 'Пояснение', en: 'Note' }, maxLength: 300 },
  ],
}

function endTime(): TextField {
  const field = timeOfDay({ name: 'to', label: { ru: 'До', en: 'To' }, required: true, width: '50%' })
  return {
    ...field,
    validate: (value: unknown, { req, siblingData }: Parameters<NonNullable<TextField['validate']>>[1]) => {
      if (!isTimeOfDay(value))
        return message(req, 'Запишите время так: 18:30.', 'Write the time like this: 18:30.')
      const from = startOf(siblingData)
      return (
        from === undefined ||
        String(value) > from ||
        message(req, 'Приём должен закончиться позже, чем начнётся.', 'The end must be after the start.')
      )
    },
  }
}

const startOf = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'from' in data && typeof data.from === 'string'
    ? data.from
    : undefined
