import type { Reference } from './types.ts'

/** The id of a relation, whether it came as an id or as a populated document. */
export function idOf(reference: Reference): string | null {
  if (!reference) return null
  return typeof reference === 'string' ? reference : reference.id
}
