import { isDeepStrictEqual } from 'node:util'

type View = Record<string, unknown>

export type PublicChange = 'published' | 'updated' | 'unpublished' | 'deleted' | 'none'

/**
 * What a save did to the public site, from what a resident could read before and after (null: nothing). The time of
 * the last write alone changes nothing anybody reads.
 */
export const publicChange = (before: View | null, after: View | null, isDeleted = false): PublicChange => {
  if (before === null) return after === null ? 'none' : 'published'
  if (after === null) return isDeleted ? 'deleted' : 'unpublished'
  return isDeepStrictEqual(content(before), content(after)) ? 'none' : 'updated'
}

// Through JSON, because that is how the site gets it: a Date and its text are one.
const content = (view: View): unknown => {
  const { updatedAt: _, ...rest } = view
  return JSON.parse(JSON.stringify(rest))
}
