import type { Field } from 'payload'
import { moment } from '../fields/moment.ts'

/** What calendars and residents are told when a date changes: why, from when, the number of the change. */
export const calendarRecordFields = ({ reasonFor }: { reasonFor: string[] }): Field[] => [
  {
    name: 'statusReason',
    type: 'textarea',
    label: { ru: 'Почему перенесено или отменено', en: 'Why' },
    maxLength: 500,
    admin: { position: 'sidebar', condition: (data) => reasonFor.includes(String(data['status'])) },
  },
  moment({
    name: 'previousStartsAt',
    label: { ru: 'Было назначено на', en: 'Was planned for' },
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data['previousStartsAt']) },
  }),
  {
    name: 'sequence',
    type: 'number',
    label: { ru: 'Номер изменения в календарях', en: 'Calendar revision (SEQUENCE)' },
    defaultValue: 0,
    admin: { position: 'sidebar', readOnly: true, hidden: true },
  },
]
