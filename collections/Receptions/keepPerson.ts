import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { slugify } from '../fields/slugify.ts'
import type { Saved } from '../hooks/saved.ts'
import { idOf } from '../relation.ts'

/** Writes down who receives: the name for lists of the admin, and the address of the person's page of receptions. */
export const keepPerson: CollectionBeforeValidateHook<Saved> = async ({ data, originalDoc, req }) => {
  const value = (name: string) => (data && name in data ? data[name] : originalDoc?.[name])
  const person =
    (await read(req, 'deputies', value('deputy'))) ?? (await read(req, 'addressees', value('addressee')))
  const name = person?.title ?? text(value('name'))
  // Without a name the fields say what is missing.
  return name === '' ? data : { ...data, title: name, person: person?.slug || slugify(name) }
}

const read = async (
  req: PayloadRequest,
  collection: 'deputies' | 'addressees',
  reference: unknown,
): Promise<{ title: string; slug: string | null } | null> => {
  const id = isRelation(reference) && idOf(reference)
  if (!id) return null
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    select: { title: true, slug: true },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
  })
  const doc = docs[0]
  return doc ? { title: doc.title ?? '', slug: doc.slug ?? null } : null
}

const isRelation = (value: unknown): value is string | { id: string } =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'id' in value)

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
