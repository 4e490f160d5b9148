import { randomBytes } from 'node:crypto'
import { parse } from 'node:path'
import { slugify } from '../fields/slugify.ts'

/** A name for the stored file: the original in small Latin letters, made unique, with the extension of its content. */
export const fileName = (original: string, extension: string): string => {
  const words = slugify(parse(original).name).slice(0, 60).replace(/-+$/, '')
  return `${words || 'fayl'}-${randomBytes(4).toString('hex')}.${extension}`
}
