import { query } from '../door.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getElection = bySlug('elections')

/** The latest voting first. */
export const getElections = query('list:elections', ({ content }) =>
  content.all('elections').all().toReversed(),
)

/** All figures of turnout, the oldest first. */
export const getTurnout = query('list:turnout', ({ content }) => [...content.all('turnout').all()])

export const turnoutOf = query('list:turnoutOf', ({ content }, election: string) => [
  ...content.group('turnout', 'election', election).all(),
])

export const electionPaths = slugPaths('elections')
