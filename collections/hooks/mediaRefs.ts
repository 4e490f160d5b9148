import type { CollectionBeforeChangeHook, CollectionSlug, FlattenedField, GlobalSlug, Payload } from 'payload'

/**
 * Keeps, beside the document, the ids of all files it shows or offers, those in its texts included. «Which published
 * document uses this file?» is then one indexed query.
 */
export const keepMediaRefs =
  (collection: CollectionSlug): CollectionBeforeChangeHook =>
  ({ data, req }) => ({ ...data, mediaRefs: mediaIn(req.payload, collection, data) })

/** Ids of the files a document or a global names, sorted, each once. */
export const mediaIn = (
  payload: Payload,
  slug: CollectionSlug | GlobalSlug,
  doc: Record<string, unknown> | null,
): string[] => [...new Set(filesOf(fieldsOf(payload, slug), doc))].sort()

const fieldsOf = (payload: Payload, slug: CollectionSlug | GlobalSlug): FlattenedField[] =>
  payload.config.collections.find((collection) => collection.slug === slug)?.flattenedFields ??
  payload.config.globals.find((global) => global.slug === slug)?.flattenedFields ??
  []

const filesOf = (fields: FlattenedField[], data: unknown): string[] => {
  if (!isObject(data)) return []
  return fields.flatMap((field) => {
    const value = data[field.name]
    if (field.type === 'upload') return (Array.isArray(value) ? value : [value]).flatMap(idOf)
    if (field.type === 'richText') return uploadsInText(value)
    if (field.type === 'array' && Array.isArray(value))
      return value.flatMap((row) => filesOf(field.flattenedFields, row))
    if (field.type === 'group' || field.type === 'tab') return filesOf(field.flattenedFields, value)
    return []
  })
}

const uploadsInText = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(uploadsInText)
  if (!isObject(node)) return []
  const own = node['type'] === 'upload' && node['relationTo'] === 'media' ? idOf(node['value']) : []
  return [...own, ...uploadsInText(node['root']), ...uploadsInText(node['children'])]
}

/** A relation is an id or, when populated, the object. */
const idOf = (value: unknown): string[] => {
  if (typeof value === 'string' && value !== '') return [value]
  return isObject(value) && typeof value['id'] === 'string' ? [value['id']] : []
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
