import { slugify, withSuffix } from '../fields/slugify.ts'
import { addressKey, addressTitle, houseNumber, streetName, type AddressParts } from './address.schema.ts'

export interface HouseAddress {
  title: string
  /** Unique over all houses. */
  key: string
  /** Address of the list of the street's houses. */
  streetSlug: string
  /** Address of the house's page, as long as nobody else has it. */
  slug: string
}

const streetSlugLength = 56
const numberSlugLength = 20

/** What the portal makes of the parts of an address. A long street is cut, the number never. */
export const houseAddress = (parts: AddressParts): HouseAddress => {
  const streetSlug = cut(slugify(streetName(parts)), streetSlugLength)
  return {
    title: addressTitle(parts),
    key: addressKey(parts),
    streetSlug,
    slug: `${streetSlug}-${cut(slugify(houseNumber(parts)), numberSlugLength)}`,
  }
}

/** The first address that nobody has: two streets may read the same in Latin letters. */
export const freeSlug = (slug: string, isTaken: (slug: string) => boolean): string => {
  if (!isTaken(slug)) return slug
  let number = 2
  while (isTaken(withSuffix(slug, number))) number += 1
  return withSuffix(slug, number)
}

const cut = (slug: string, length: number): string => slug.slice(0, length).replace(/-+$/, '')
