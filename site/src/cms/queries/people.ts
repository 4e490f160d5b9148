import { query } from '../door.ts'
import { idOf } from '../reference.ts'
import type { Deputy, District } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getDeputy = bySlug('deputies')

/** All deputies by name. */
export const getDeputies = query('list:deputies', ({ content }) => [...content.all('deputies').all()])

/** Districts by number, each with its deputies by name; deputies without a district come last, under null. */
export const getDeputiesByDistrict = query('list:deputiesByDistrict', ({ content }) => {
  const districts = content.all('districts').all()
  const rows: { district: District | null; deputies: Deputy[] }[] = districts.map((district) => ({
    district,
    deputies: [...content.group('deputies', 'district', district.id).all()],
  }))
  const known = new Set<string | null>(districts.map(({ id }) => id))
  const others = content
    .all('deputies')
    .all()
    .filter(({ district }) => !known.has(idOf(district)))
  return others.length > 0 ? [...rows, { district: null, deputies: others }] : rows
})

export const deputyPaths = slugPaths('deputies')
