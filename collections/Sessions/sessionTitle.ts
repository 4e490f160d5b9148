import type { CollectionBeforeValidateHook } from 'payload'
import type { Saved } from '../hooks/saved.ts'
import { dayYearWords } from '../moscow.schema.ts'

/** «Заседание № 14 от 26 ноября 2026» follows number and date; nobody edits it by hand. */
export const sessionTitle: CollectionBeforeValidateHook<Saved> = ({ data, originalDoc }) => {
  const session: Record<string, unknown> = { ...originalDoc, ...data }
  const number = typeof session['number'] === 'string' ? session['number'].trim() : ''
  const startsAt = session['startsAt']
  const day =
    typeof startsAt === 'string' || startsAt instanceof Date ? dayYearWords(new Date(startsAt).getTime()) : ''
  const title = ['Заседание', number && `№ ${number}`, day && `от ${day}`].filter(Boolean).join(' ')
  return { ...data, title }
}
