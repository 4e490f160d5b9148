import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { message } from '../fields/message.ts'
import type { Saved } from '../hooks/saved.ts'
import { all } from '../where.ts'
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
  await refuseSecond(made.key)
  const slug = text(originalDoc?.['slug']) || (await free(made.slug))
  return { ...data, title: made.title, key: made.key, streetSlug: made.streetSlug, slug }

  /** The unique index refuses two saves at once; this one names the house that has the address already. */
  async function refuseSecond(key: string): Promise<void> {
    const where = all({ key: { equals: key } }, { id: { not_equals: originalDoc?.['id'] ?? '' } })
    const { docs } = await req.payload.find({ collection: 'houses', where, limit: 1, depth: 0, req })
    const [other] = docs
    if (!other) return
    throw new ValidationError({
      collection: 'houses',
      errors: [
        {
          path: 'number',
          message: message(
            req,
            `Этот дом уже есть: «${other.title}». Найдите его в списке и исправьте там.`,
            `This house is there already: “${other.title}”.`,
          ),
        },
      ],
    })
  }

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
