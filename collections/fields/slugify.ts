import { transliterate } from 'transliteration'

export const slugMaxLength = 80

/**
 * A Russian title as an address: «Ремонт двора на улице» → remont-dvora-na-ulice. Cut at a word's end; empty when the
 * title has no letter or digit.
 */
export const slugify = (title: string): string => {
  const words = transliterate(title, { replace: russian })
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return cutAtWord(words, slugMaxLength)
}

/** Whether a text can stand in an address as it is. */
export const isSlug = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= slugMaxLength && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)

/** A slug with a number at its end, still within the limit: withSuffix('dvor', 2) → dvor-2. */
export const withSuffix = (slug: string, number: number): string => {
  const suffix = `-${number}`
  return `${cutAtWord(slug, slugMaxLength - suffix.length)}${suffix}`
}

/** Whether the slug is the title's own, with or without a number. */
export const isSlugOf = (slug: string, title: string): boolean => {
  const own = slugify(title)
  if (own === '') return false
  const number = /-(\d+)$/.exec(slug)?.[1]
  return slug === own || (number !== undefined && slug === withSuffix(own, Number(number)))
}

// The library's own table gives «й» → y, «х» → h and apostrophes for ъ and ь; these follow common Russian addresses.
const russian: [string, string][] = [
  ['щ', 'shch'],
  ['Щ', 'shch'],
  ['х', 'h'],
  ['Х', 'h'],
  ['ц', 'c'],
  ['Ц', 'c'],
  ['ъ', ''],
  ['Ъ', ''],
  ['ь', ''],
  ['Ь', ''],
  ['ё', 'e'],
  ['Ё', 'e'],
  ['№', ' '],
]

const cutAtWord = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit + 1)
  const wordEnd = cut.lastIndexOf('-')
  return wordEnd > limit / 2 ? cut.slice(0, wordEnd) : cut.slice(0, limit).replace(/-+$/, '')
}
