import { mainWord } from '../../houses/streetIndex.ts'
import { streetName } from '../../../../collections/Houses/address.schema.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { House } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getHouse = bySlug('houses')

export interface Street {
  name: string
  slug: string
  houses: number
}

/** Every street that has houses, by its name without «улица» and the like. */
export const houseStreets = query('list:houseStreets', ({ content }): Street[] =>
  content
    .values('houses', 'street')
    .flatMap((slug) => {
      const houses = content.group('houses', 'street', slug)
      const [first] = houses.slice(0, 1)
      return first ? [{ name: streetName(first), slug, houses: houses.length() }] : []
    })
    .sort((a, b) => collator.compare(mainWord(a.name), mainWord(b.name)) || collator.compare(a.name, b.name)),
)

const collator = new Intl.Collator('ru', { numeric: true })

/** What a page of a street shows. */
const housesOnPage = 120

/** Houses of a street by number, page by page from 1, and whether there is a next page. */
export const housesOfStreet = query(
  'list:housesOfStreet',
  ({ content }, street: string, page: number): { houses: House[]; hasNext: boolean } => {
    const houses = content.group('houses', 'street', street)
    return {
      houses: [...houses.slice((page - 1) * housesOnPage, page * housesOnPage)],
      hasNext: houses.has(page * housesOnPage),
    }
  },
)

/** The houses of one file of the search. */
export const housesOfShard = query('list:housesOfShard', ({ content }, shard: string) => [
  ...content.group('houses', 'shard', shard).all(),
])

export const housePaths = slugPaths('houses')

export const shardPaths = listing(['shard'], (content) =>
  content.values('houses', 'shard').map((shard) => ({ shard })),
)

export const streetPaths = listing(['street'], (content) =>
  content.values('houses', 'street').map((street) => ({ street })),
)

export const streetPagePaths = listing(['street', 'page'], (content) =>
  content.values('houses', 'street').flatMap((street) => {
    const pages = Math.ceil(content.group('houses', 'street', street).length() / housesOnPage)
    return Array.from({ length: pages - 1 }, (_, index) => ({ street, page: String(index + 2) }))
  }),
)
