import { z } from 'zod'
import { consents } from '../forms/consents.schema.ts'
import { askLimits } from './ask.schema.ts'
import { questionTopics } from './topics.schema.ts'

/** The form «Задать вопрос». Unknown fields are refused; texts are plain. */
const line = (max: number, long: string) =>
  z
    .string()
    .max(max, long)
    .refine(hasNoMarkup, 'Напишите без HTML-разметки.')
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())

const optional = (max: number, long: string) =>
  line(max, long)
    .optional()
    .transform((text) => text || null)

export const askFields = z.strictObject({
  addressee: z.string('Выберите, кому вопрос.').min(1, 'Выберите, кому вопрос.').max(100),
  subject: line(askLimits.subject, `Тема длиннее ${askLimits.subject} знаков.`).pipe(
    z.string().min(5, 'Назовите тему хотя бы двумя словами.'),
  ),
  text: z
    .string('Напишите вопрос.')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(askLimits.text, `Вопрос длиннее ${askLimits.text} знаков.`)
        .refine(hasNoMarkup, 'Напишите без HTML-разметки.')
        .refine((text) => linksIn(text) <= askLimits.links, `В вопросе больше ${askLimits.links} ссылок.`)
        .refine((text) => text.length >= askLimits.shortestText, {
          error: ({ input }) =>
            `Напишите вопрос длиннее: сейчас знаков — ${String(input).length}, нужно от ${askLimits.shortestText}.`,
        }),
    ),
  topic: z
    .enum(['', ...questionTopics.map(({ value }) => value)], 'Выберите тему из списка.')
    .optional()
    .transform((topic) => topic || 'other'),
  name: line(askLimits.name, `Имя длиннее ${askLimits.name} знаков.`).pipe(
    z.string().min(2, 'Напишите, как к Вам обращаться.'),
  ),
  email: z
    .string()
    .max(askLimits.email, 'Адрес почты слишком длинный.')
    .refine(
      (email) => email === '' || z.email().safeParse(email).success,
      'Проверьте почту: в ней должны быть «@» и точка, например name@example.org.',
    )
    .optional()
    .transform((email) => email || null),
  house: optional(askLimits.house, `Адрес длиннее ${askLimits.house} знаков.`),
  [consents.processing.name]: z.literal('on', 'Без этого согласия мы не можем принять вопрос.'),
  [consents.publication.name]: z.literal('on').optional(),
})

export type AskFields = z.infer<typeof askFields>

function hasNoMarkup(text: string): boolean {
  return !/<\/?[a-z!][^>]*>/i.test(text)
}

const linksIn = (text: string): number => text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0
