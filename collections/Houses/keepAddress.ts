import type { CollectionBeforeValidateHook } from 'payload'
import type { Saved } from '../hooks/saved.ts'
import { freeSlug, houseAddress } from './houseAddress.ts'

/**
 * Makes title, key and address of the page. The page keeps its address when a spelling is corrected: it is printed on
 * sheets at the entrance door.
 */
export const keepAddress: CollectionBeforeValidateHook<Saved> = async ({ data, originalDoc, req }) => {
  const field = (name: string) => text(data && name in data ? data[name] : originalDoc?.[name])
  const [street, number] = [field('street'), field('number')]
  // Fields that are missing are named by their own validation.
  if (street === '' || number === '') return data
  const made = houseAddress({
    street,
    number,
    locality: field('locality'),
    building: field('building'),
    structure: field('structure'),
    letter: field('letter'),
  })
  const slug = text(originalDoc?.['slug']) || (await free(made.slug))
  return { ...data, title: made.title, key: made.key, streetSlug: made.streetSlug, slug }

  async function free(wanted: string): Promise<string> {
    const { docs } = await req.payload.find({
      collection: 'houses',
      where: { slug: { like: wanted } },
      select: { slug: true },
      pagination: false,
      depth: 0,
      req,
    })
    const taken = new Set(docs.map(({ slug }) => slug))
    return freeSlug(wanted, (slug) => taken.has(slug))
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
