import { z } from 'zod'

/** Text that a resident wrote: ends cut, lines as \n, nothing that cannot be seen. May be empty. */
export const written = ({ max, what }: { max: number; what: string }) =>
  z
    .string(`${what}: заполните это поле.`)
    .transform((text) =>
      text
        .replaceAll('\r\n', '\n')
        .replace(invisible, (sign) => kept[sign] ?? '')
        .trim(),
    )
    .superRefine((text, context) => {
      if (text.length > max)
        context.addIssue({
          code: 'custom',
          message: `${what}: сейчас ${text.length} знаков, можно до ${max}.`,
        })
    })

/** An e-mail address, or nothing. */
export const writtenEmail = () =>
  written({ max: 254, what: 'Почта' })
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      'Проверьте адрес почты: он выглядит как name@example.org.',
    )
    .default('')

/** Control characters, and marks that hide between letters or turn the direction of a text around. */
const invisible = /[\p{Cc}\p{Cf}]/gu
const kept: Record<string, string> = { '\n': '\n', '\t': ' ' }
