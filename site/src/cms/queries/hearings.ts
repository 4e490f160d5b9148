import { contentInScope, query } from '../door.ts'
import { group } from '../documentIndex.ts'
import { bySlug } from './documents.ts'

export const getHearing = bySlug('hearings')

/** All hearings and meetings, the latest notice first. */
export const getHearings = query('list:hearings', ({ snapshot }) =>
  snapshot.collections.hearings.sorted.toReversed(),
)

export const latestHearings = query('list:latestHearings', ({ snapshot }, count: number) =>
  snapshot.collections.hearings.sorted.slice(-count).reverse(),
)

export const hearingsOfDistrict = query('list:hearingsOfDistrict', ({ snapshot }, districtId: string) =>
  group(snapshot.collections.hearings, 'district', districtId).toReversed(),
)

export async function hearingSlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.hearings.sorted.flatMap(({ slug }) => slug || [])
}
