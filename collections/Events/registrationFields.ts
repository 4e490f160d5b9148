import type { Field } from 'payload'
import { moment } from '../fields/moment.ts'
import { isSeries } from './dates.schema.ts'
import { mostSeats } from '../Registrations/registrations.schema.ts'

/** Registration on the portal itself: how many seats, until when. */
export const registration: Field = {
  name: 'registration',
  type: 'group',
  label: { ru: 'Запись на портале', en: 'Registration' },
  admin: {
    description: {
      ru: 'Места считает сам портал. Когда они кончатся, желающие попадут в лист ожидания; освободившееся место получит первый из него.',
      en: 'The portal counts the seats. When they are gone, there is a waiting list.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'seats',
          type: 'number',
          label: { ru: 'Сколько мест', en: 'Seats' },
          min: 1,
          max: mostSeats,
          validate: (value: unknown) =>
            value === null ||
            value === undefined ||
            (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostSeats) ||
            `Целое число от 1 до ${mostSeats}.`,
          admin: {
            width: '50%',
            description: {
              ru: 'На каждую дату. Пусто — записи на портале нет.',
              en: 'For each date. Empty: no registration here.',
            },
          },
        },
        moment({
          name: 'closesAt',
          label: { ru: 'Запись закрывается', en: 'Closes at' },
          description: { ru: 'Пусто — когда событие начнётся.', en: 'Empty: when the event begins.' },
          admin: {
            width: '50%',
            condition: (data) => !isSeries(data),
          },
        }),
      ],
    },
  ],
}
