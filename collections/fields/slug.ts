import type { TextField } from 'payload'
import { editors } from '../access/simple.ts'
import { isReservedSlug, type reservedSlugs } from '../reservedSlugs.schema.ts'
import { message } from './message.ts'
import { isSlug, slugMaxLength } from './slugify.ts'

/**
 * The last part of a document's address. hooks/slug.ts fills it from the title until the first publication and keeps
 * it afterwards; only an editor changes the address of a published document, and the old one then redirects.
 */
export const slugField = (collection: keyof typeof reservedSlugs): TextField => ({
  name: 'slug',
  type: 'text',
  label: { ru: 'Адрес страницы', en: 'Page address' },
  unique: true,
  index: true,
  maxLength: slugMaxLength,
  access: { create: editors, update: editors },
  admin: {
    position: 'sidebar',
    description: {
      ru: 'Составится из заголовка. После публикации не меняется сам; если изменить его здесь, со старого адреса будет переход.',
      en: 'Made from the title. Frozen after publication; if you change it here, the old address redirects.',
    },
  },
  validate: (value: unknown, { req }: Parameters<NonNullable<TextField['validate']>>[1]) => {
    if (value === undefined || value === null || value === '') return true
    if (!isSlug(value))
      return message(
        req,
        'В адресе можно использовать строчные латинские буквы, цифры и дефис: remont-dvora-2026',
        'Use small Latin letters, digits and hyphens.',
      )
    return (
      !isReservedSlug(collection, value) ||
      message(req, 'Этот адрес нужен самому сайту. Выберите другой.', 'The site itself needs this address.')
    )
  },
})
