import { contentInScope, query } from '../door.ts'
import { bySlug } from './documents.ts'

export const getHearing = bySlug('hearings')

/** All hearings and meetings, the latest notice first. */
export const getHearings = query('list:hearings', ({ snapshot }) =>
  snapshot.collections.hearings.sorted.toReversed(),
)

export async function hearingSlugs(): Promise<string[]> {
  const { collections } = await contentInScope()
  return collections.hearings.sorted.flatMap(({ slug }) => slug || [])
}
