import { z } from 'zod'
import { consents } from '../forms/consents.schema.ts'
import { written, writtenEmail } from '../forms/written.ts'
import { mapPoint } from '../mapPoint.schema.ts'
import { wishCategories, wishLimits as limits } from './wishes.schema.ts'

/** What the form of a wish may send. */
export const wishFields = z.strictObject({
  category: z.enum(
    wishCategories.map(({ value }) => value),
    'Выберите, о чём пожелание.',
  ),
  title: written({ max: limits.title.max, what: 'Коротко' }).refine(
    (text) => text.length >= limits.title.min,
    'Скажите одной строкой, чего Вы хотите.',
  ),
  text: written({ max: limits.text.max, what: 'Пожелание' })
    .refine((text) => text.length >= limits.text.min, {
      error: ({ input }) =>
        `Напишите подробнее: сейчас ${String(input).length} знаков, нужно от ${limits.text.min}.`,
    })
    .refine(
      (text) => (text.match(/https?:\/\/|www\./gi)?.length ?? 0) <= 2,
      'Больше двух ссылок в пожелании нельзя: оставьте самые нужные.',
    ),
  place: written({ max: limits.place, what: 'Место' }).default(''),
  point: written({ max: limits.point, what: 'Точка на карте' })
    .transform((text, context) => {
      const point = text === '' ? null : mapPoint(text)
      if (text !== '' && point === null)
        context.addIssue({
          code: 'custom',
          message: 'Не вышло найти точку: нужны координаты или ссылка из Яндекс Карт, в городском округе.',
        })
      return point
    })
    .default(null),
  district: z
    .union([z.literal(''), z.string().regex(/^[0-9a-f]{24}$/, 'Выберите округ из списка.')])
    .default(''),
  photo: z
    .instanceof(File, { error: 'Можно приложить один снимок.' })
    .refine(({ size }) => size <= limits.photoBytes, {
      error: 'Снимок больше 10 МБ: уменьшите его или отправьте пожелание без него.',
    })
    .optional(),
  name: written({ max: limits.name, what: 'Имя' }).default(''),
  email: writtenEmail(),
  [consents.processing.name]: z.literal(
    'on',
    'Без согласия на обработку данных пожелание принять нельзя: отметьте его.',
  ),
})

export type WishFields = z.infer<typeof wishFields>
