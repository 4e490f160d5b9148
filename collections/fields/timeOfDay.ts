import type { TextField } from 'payload'
import { message } from './message.ts'

/** A clock time as text, HH:MM, in Moscow time. */
export const timeOfDay = ({ name, label, required = false, width }: TimeOfDay): TextField => ({
  name,
  type: 'text',
  label,
  required,
  maxLength: 5,
  admin: { placeholder: '18:30', ...(width ? { width } : {}) },
  validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) =>
    isEmpty(value)
      ? !required || message(req, 'Укажите время.', 'Enter a time.')
      : isTimeOfDay(value) ||
        message(req, 'Запишите время так: 18:30 (часы и минуты).', 'Write the time like this: 18:30.'),
})

/** Whether the value is a clock time from 00:00 to 23:59, written with two digits. */
export const isTimeOfDay = (value: unknown): boolean =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

type TimeOfDay = { name: string; label: Record<string, string>; required?: boolean; width?: string }

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
