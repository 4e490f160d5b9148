import type { FlattenedField, Option } from 'payload'
import { plainText } from '../Hearings/law/notice.schema.ts'
import { dayOf, dayWords, momentWords } from '../moscow.schema.ts'
import { editorialFields } from './officialFields.ts'

/** What stands behind an id: the title of a house or a district; the name, the size and the checksum of a file. */
export type Named = { id: string; title: string; sha256?: string }
export type NameOf = (collection: string, id: string) => Named

/** One official field: its value in a form that does not depend on how it was stored, and as words to compare. */
export type Part = { field: string; label: string; value: unknown; words: string }

export type Difference = { field: string; label: string; before: string; after: string }

/** Every official field of a notice that says something, groups taken apart, in the order of the form. */
export const partsOf = (fields: FlattenedField[], doc: Record<string, unknown>, nameOf: NameOf): Part[] =>
  fields.filter(({ name }) => !editorialFields.includes(name)).flatMap((field) => partsIn(field, doc, nameOf))

/** The canonical JSON of the parts: paths in the order of their code points, no spaces. */
export const contentOf = (parts: readonly Part[]): string =>
  JSON.stringify(
    Object.fromEntries(
      parts
        .map(({ field, value }): [string, unknown] => [field, value])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )

/** The parts of a content that was kept: its names are those of its own time. */
export const partsOfContent = (fields: FlattenedField[], content: string): Part[] => {
  const flat: unknown = JSON.parse(content)
  const doc: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(isObject(flat) ? flat : {})) {
    const [group = '', name] = path.split('.')
    if (name === undefined) doc[group] = value
    else doc[group] = { ...(isObject(doc[group]) ? doc[group] : {}), [name]: value }
  }
  return partsOf(fields, doc, (_, id) => ({ id, title: id }))
}

/** Whether a kept content says what these parts say; one of before files had checksums is compared without them. */
export const saysSame = (content: string, parts: readonly Part[]): boolean => {
  if (content === contentOf(parts)) return true
  const withoutSums = JSON.stringify(JSON.parse(contentOf(parts)), (key, value: unknown) =>
    key === 'sha256' ? undefined : value,
  )
  return content === withoutSums
}

/** What differs between two editions, in the order of the form. */
export const differenceOf = (before: readonly Part[], after: readonly Part[]): Difference[] => {
  const fields = [...new Set([...after, ...before].map(({ field }) => field))]
  return fields.flatMap((field) => {
    const was = before.find((part) => part.field === field)
    const is = after.find((part) => part.field === field)
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return []
    return [
      { field, label: is?.label ?? was?.label ?? field, before: was?.words ?? '', after: is?.words ?? '' },
    ]
  })
}

const partsIn = (
  field: FlattenedField,
  data: Record<string, unknown>,
  nameOf: NameOf,
  above?: Above,
): Part[] => {
  const path = above ? `${above.path}.${field.name}` : field.name
  const label = above ? `${above.label}: ${labelOf(field).toLocaleLowerCase('ru')}` : labelOf(field)
  const value = data[field.name]
  if (field.type === 'group' || field.type === 'tab')
    return isObject(value)
      ? field.flattenedFields.flatMap((inner) => partsIn(inner, value, nameOf, { path, label }))
      : []
  const canonical = canonicalOf(field, value, nameOf)
  if (canonical === undefined) return []
  return [{ field: path, label, value: canonical, words: wordsOf(field, value, nameOf) }]
}

type Above = { path: string; label: string }

/** Undefined for what says nothing: empty texts and lists, boxes that are not ticked, fields never filled in. */
const canonicalOf = (field: FlattenedField, value: unknown, nameOf: NameOf): unknown => {
  if (value === null || value === undefined || value === '' || value === false) return undefined
  if (field.type === 'date') return momentIn(value).toISOString()
  if (field.type === 'richText') return plainText(value) === '' ? undefined : sorted(value)
  if (field.type === 'relationship' || field.type === 'upload') {
    const named = (Array.isArray(value) ? value : [value]).flatMap((each) => namedIn(field, each, nameOf))
    return named.length > 0 ? named : undefined
  }
  if (field.type === 'array') {
    const rows = (Array.isArray(value) ? value : []).filter(isObject)
    const canonical = rows.map((row) =>
      Object.fromEntries(
        field.flattenedFields
          .filter(({ name }) => name !== 'id')
          .flatMap((inner) => {
            const part = canonicalOf(inner, row[inner.name], nameOf)
            return part === undefined ? [] : [[inner.name, part]]
          }),
      ),
    )
    return canonical.length > 0 ? canonical : undefined
  }
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

const wordsOf = (field: FlattenedField, value: unknown, nameOf: NameOf): string => {
  if (field.type === 'date') {
    const moment = momentIn(value)
    const day = `${dayWords(dayOf(moment))} ${dayOf(moment).slice(0, 4)}`
    if (field.admin?.date?.pickerAppearance === 'dayOnly') return day
    return `${day}, ${momentWords(moment.getTime()).slice(-5)}`
  }
  if (field.type === 'richText') return plainText(value)
  if (field.type === 'checkbox') return 'да'
  if (field.type === 'select') return optionOf(field.options, value)
  if (field.type === 'relationship' || field.type === 'upload')
    return (Array.isArray(value) ? value : [value])
      .flatMap((each) => namedIn(field, each, nameOf).map(({ title }) => title))
      .join('\n')
  if (field.type === 'array')
    return (Array.isArray(value) ? value : [])
      .filter(isObject)
      .map((row) =>
        field.flattenedFields
          .filter(({ name }) => name !== 'id')
          .flatMap((inner) =>
            canonicalOf(inner, row[inner.name], nameOf) === undefined
              ? []
              : wordsOf(inner, row[inner.name], nameOf),
          )
          .join(', '),
      )
      .join('\n')
  return Array.isArray(value) ? value.join(', ') : String(value)
}

const namedIn = (field: FlattenedField, value: unknown, nameOf: NameOf): Named[] => {
  const id = isObject(value) ? value['id'] : value
  // A kept content names what it points to.
  if (typeof id === 'string' && isObject(value) && typeof value['title'] === 'string') {
    const { sha256, title } = value
    return [{ id, title, ...(typeof sha256 === 'string' ? { sha256 } : {}) }]
  }
  if (typeof id !== 'string' || !('relationTo' in field) || typeof field.relationTo !== 'string') return []
  return [nameOf(field.relationTo, id)]
}

/** Ids of everything a notice points to, by collection. */
export const namesIn = (
  fields: FlattenedField[],
  doc: Record<string, unknown>,
): [collection: string, id: string][] => {
  const found: [string, string][] = []
  partsOf(fields, doc, (collection, id) => {
    found.push([collection, id])
    return { id, title: '' }
  })
  return found
}

/** A date as the database or a form gives it. */
const momentIn = (value: unknown): Date =>
  value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN)

const optionOf = (options: Option[], value: unknown): string => {
  const option = options.find((each) => typeof each === 'object' && each.value === value)
  const label = typeof option === 'object' ? option.label : undefined
  return ruIn(label) ?? String(value)
}

const labelOf = (field: FlattenedField): string =>
  ('label' in field ? ruIn(field.label) : undefined) ?? field.name

const ruIn = (label: unknown): string | undefined =>
  typeof label === 'string'
    ? label
    : isObject(label) && typeof label['ru'] === 'string'
      ? label['ru']
      : undefined

/** The same JSON whatever the order in which its keys were written. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
