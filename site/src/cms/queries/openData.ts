import { dayKey } from '../../lib/dates.ts'
import { datasets } from '../../openData/datasets.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { Collection } from '../types.ts'

/** The Moscow day of the latest change in a collection, null while it is empty: it changes once a day at most. */
export const lastChangeOf = query(
  'list:lastChangeOf',
  ({ content }, collection: Collection): string | null => {
    let last = ''
    for (const { updatedAt } of content.all(collection).all()) if (updatedAt > last) last = updatedAt
    return last ? dayKey(last) : null
  },
)

/** A dictionary for each data set: code, not content. */
export const datasetPaths = listing(['id'], () => datasets.map(({ id }) => ({ id })))
