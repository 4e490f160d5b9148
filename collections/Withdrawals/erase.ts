import { slugify } from '../fields/slugify.ts'

/** What is taken out: words, and the id of a file; `mark` stands where they stood, `address` where they made an address. */
export type Erasure = { words: string[]; file: string | null; mark: string; address: string }

/** The same record without what is taken out; the very same object when nothing of it was there. */
export const erase = (value: unknown, erasure: Erasure): unknown => {
  if (typeof value === 'string') return eraseText(value, erasure)
  if (Array.isArray(value)) {
    const kept = value.filter((each) => !isFile(each, erasure.file))
    const erased = kept.map((each: unknown) => erase(each, erasure))
    return erased.length === value.length && erased.every((each, index) => each === value[index])
      ? value
      : erased
  }
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([name, each]) => {
    const isIt = erasure.file !== null && idIn(each) === erasure.file
    return [name, isIt ? null : erase(each, erasure)] as const
  })
  return entries.every(([name, each]) => each === value[name]) ? value : Object.fromEntries(entries)
}

/** Finds the words in any case, whatever the spaces between them. */
export const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('\\s+'),
    'giu',
  )

const eraseText = (text: string, { address, mark, words }: Erasure): string => {
  let erased = text
  for (const each of words) {
    erased = erased.replace(patternOf(each), () => mark)
    const slug = slugify(each)
    // An address is made of the title.
    if (slug.length >= 4 && /^[a-z0-9/-]+$/.test(text)) erased = erased.replaceAll(slug, address)
  }
  return erased
}

/** A reference to the file, a row of a list that holds it, or its place in a rich text. */
const isFile = (value: unknown, file: string | null): boolean => {
  if (file === null) return false
  if (idIn(value) === file) return true
  if (!isPlain(value)) return false
  const places = [value['id'], value['file'], value['type'] === 'upload' ? value['value'] : null].flat()
  return places.some(
    (place: unknown) => idIn(place) === file || (isPlain(place) && idIn(place['id']) === file),
  )
}

/** The database keeps relations as ObjectIds. */
const idIn = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  const isId = typeof value === 'object' && value !== null && 'toHexString' in value
  return isId ? (value as { toHexString: () => string }).toHexString() : null // only an ObjectId has the method
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
