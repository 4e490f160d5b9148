import type { DateField } from 'payload'
import { message } from './message.ts'

/**
 * Validation of an end: not before the sibling field `start`. Equal moments are allowed (an exposition of one day).
 * `strict` refuses equal ones too.
 */
export const notBefore =
  (
    start: string,
    {
      ru,
      en,
      strict = false,
      required = false,
    }: { ru: string; en: string; strict?: boolean; required?: boolean },
  ): NonNullable<DateField['validate']> =>
  (value, { req, siblingData }) => {
    if (!value) return !required || message(req, 'Укажите дату.', 'Enter a date.')
    const from = read(siblingData, start)
    if (!from) return true
    const gap = new Date(value).getTime() - new Date(from).getTime()
    return gap > 0 || (gap === 0 && !strict) || message(req, ru, en)
  }

const read = (data: unknown, name: string): string | Date | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const value: unknown = Reflect.get(data, name)
  return typeof value === 'string' || value instanceof Date ? value : undefined
}
