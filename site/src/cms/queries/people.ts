import { query } from '../door.ts'
import { idOf } from '../reference.ts'
import type { Deputy, District } from '../types.ts'
import { hasLeft } from './council.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getDeputy = bySlug('deputies')

/** Deputies in office by name. */
export const getDeputies = query('list:deputies', ({ content, clock }) =>
  content
    .all('deputies')
    .all()
    .filter((deputy) => !hasLeft(deputy, clock)),
)

/** Deputies whose term is over, by name: their pages and votes stay. */
export const getFormerDeputies = query('list:formerDeputies', ({ content, clock }) =>
  content
    .all('deputies')
    .all()
    .filter((deputy) => hasLeft(deputy, clock)),
)

/** Districts by number, each with its deputies by name; deputies without a district come last, under null. */
export const getDeputiesByDistrict = query('list:deputiesByDistrict', ({ content, clock }) => {
  const isIn = (deputy: Deputy) => !hasLeft(deputy, clock)
  const districts = content.all('districts').all()
  const rows: { district: District | null; deputies: Deputy[] }[] = districts.map((district) => ({
    district,
    deputies: content.group('deputies', 'district', district.id).all().filter(isIn),
  }))
  const known = new Set<string | null>(districts.map(({ id }) => id))
  const others = content
    .all('deputies')
    .all()
    .filter((deputy) => isIn(deputy) && !known.has(idOf(deputy.district)))
  return others.length > 0 ? [...rows, { district: null, deputies: others }] : rows
})

export const deputyPaths = slugPaths('deputies')
