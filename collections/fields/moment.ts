import type { DateField } from 'payload'

type Moment = {
  name: string
  label: Record<string, string>
  description?: Record<string, string>
  required?: boolean
  day?: boolean
  index?: boolean
  validate?: DateField['validate']
  access?: NonNullable<DateField['access']>
  admin?: DateField['admin']
}

/** A date with time (or, with `day`, a date alone), shown to editors the Russian way. */
export const moment = ({
  name,
  label,
  description,
  required,
  day,
  index,
  validate,
  access,
  admin,
}: Moment): DateField => ({
  name,
  type: 'date',
  label,
  ...(required ? { required } : {}),
  ...(index ? { index } : {}),
  ...(validate ? { validate } : {}),
  ...(access ? { access } : {}),
  admin: {
    date: day
      ? { pickerAppearance: 'dayOnly', displayFormat: 'dd.MM.yyyy' }
      : {
          pickerAppearance: 'dayAndTime',
          displayFormat: 'dd.MM.yyyy HH:mm',
          timeFormat: 'HH:mm',
          timeIntervals: 15,
        },
    ...(description ? { description } : {}),
    ...admin,
  },
})
