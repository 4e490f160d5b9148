import { z } from 'zod'
import { consents } from '../forms/consents.schema.ts'
import { written, writtenEmail } from '../forms/written.ts'
import { registrationLimits } from './registrations.schema.ts'

/** What the form may send. */
export const registrationFields = z.strictObject({
  /** Of a series, which date; empty for what takes place once. */
  day: z.union([z.literal(''), z.iso.date()]).default(''),
  name: written({ max: registrationLimits.name, what: 'Имя' }).refine(
    (text) => text.length >= 2,
    'Напишите, как к Вам обращаться.',
  ),
  email: writtenEmail().refine((text) => text !== '', 'Напишите почту: на неё придёт подтверждение.'),
  [consents.processing.name]: z.literal(
    'on',
    'Без согласия на обработку данных мы не можем сохранить запись: отметьте его.',
  ),
})
