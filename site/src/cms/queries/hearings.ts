import { query } from '../door.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getHearing = bySlug('hearings')

/** All hearings and meetings, the latest notice first. */
export const getHearings = query('list:hearings', ({ content }) => content.all('hearings').all().toReversed())

/** Every edition of a notice, the last first. */
export const editionsOf = query('list:editionsOf', ({ content }, hearing: string) =>
  content.group('editions', 'hearing', hearing).all().toReversed(),
)

export const hearingPaths = slugPaths('hearings')
