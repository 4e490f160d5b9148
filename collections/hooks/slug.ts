import { randomInt } from 'node:crypto'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { EditorialSlug } from '../editorial.ts'
import { isSlugOf, slugify, withSuffix } from '../fields/slugify.ts'
import { isReservedSlug } from '../reservedSlugs.schema.ts'
import { before } from './before.ts'
import { restores } from './intent.ts'
import type { Saved } from './saved.ts'

/**
 * Gives a document its address. Before the first publication it follows the title unless somebody chose another;
 * afterwards only an explicit change moves it (keepOldAddress.ts leaves the redirect), and restoring a version does not.
 */
export const keepSlug =
  (collection: EditorialSlug): CollectionBeforeChangeHook<Saved> =>
  async ({ data, originalDoc, req }) => {
    const main = before(req, collection, originalDoc?.['id']).main
    const wanted = text(data['slug'])
    if (main?.['firstPublishedAt']) {
      const frozen = text(main['slug'])
      return { ...data, slug: restores(req) ? frozen : wanted || frozen }
    }
    const latest = text(originalDoc?.['slug'])
    const isChosen = wanted !== '' && wanted !== latest
    if (isChosen || (wanted !== '' && !isOwn(wanted, originalDoc?.['title']) && collection !== 'districts'))
      return data
    return {
      ...data,
      slug: await free(req, { collection, id: originalDoc?.['id'], base: base(collection, data), wanted }),
    }
  }

const draftPrefix = 'chernovik-'

/** Whether the portal made this slug, so that it may follow a new title. */
const isOwn = (slug: string, title: unknown): boolean =>
  slug.startsWith(draftPrefix) || isSlugOf(slug, text(title))

const base = (collection: EditorialSlug, data: Record<string, unknown>): string => {
  if (collection === 'districts' && typeof data['number'] === 'number') return `okrug-${data['number']}`
  return slugify(text(data['title']))
}

type Search = { collection: EditorialSlug; id: unknown; base: string; wanted: string }

/** The first free slug of base, base-2, base-3 … The unique index stays the judge if two people publish at once. */
const free = async (req: PayloadRequest, { collection, id, base, wanted }: Search): Promise<string> => {
  if (base === '') return wanted.startsWith(draftPrefix) ? wanted : `${draftPrefix}${randomInt(1e9)}`
  for (let number = 1; number <= 50; number += 1) {
    const slug = number === 1 ? base : withSuffix(base, number)
    if (!isReservedSlug(collection, slug) && !(await isTaken(req, { collection, id, slug }))) return slug
  }
  return withSuffix(base, randomInt(1000, 1e9))
}

const isTaken = async (
  req: PayloadRequest,
  { collection, id, slug }: { collection: EditorialSlug; id: unknown; slug: string },
) => {
  const others = id === undefined ? [] : [{ id: { not_equals: id } }]
  const where = { and: [{ slug: { equals: slug } }, ...others] }
  return (await req.payload.db.count({ collection, req, where })).totalDocs > 0
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
