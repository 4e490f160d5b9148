import { contentInScope, query } from '../door.ts'
import { group } from '../documentIndex.ts'
import { idOf } from '../reference.ts'
import type { Deputy, District } from '../types.ts'
import { bySlug } from './documents.ts'

export const getDeputy = bySlug('deputies')

/** All deputies by name. */
export const getDeputies = query('list:deputies', ({ snapshot }) => [...snapshot.collections.deputies.sorted])

/** Districts by number, each with its deputies by name; deputies without a district come last, under null. */
export const getDeputiesByDistrict = query('list:deputiesByDistrict', ({ snapshot }) => {
  const { deputies, districts } = snapshot.collections
  const rows: { district: District | null; deputies: Deputy[] }[] = districts.sorted.map((district) => ({
    district,
    deputies: [...group(deputies, 'district', district.id)],
  }))
  const others = deputies.sorted.filter(({ district }) => !districts.byId.has(idOf(district) ?? ''))
  return others.length > 0 ? [...rows, { district: null, deputies: others }] : rows
})

export async function deputySlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.deputies.sorted.flatMap(({ slug }) => slug || [])
}
