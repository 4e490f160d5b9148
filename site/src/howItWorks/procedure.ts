import type { Link, Stop } from '../components/props.ts'

/**
 * How something is done here, from the first step to the end. Every state, term and rule in it is read from the machine that
 * the server enforces (howItWorks/*.ts): a change there changes the page, and howItWorks.test.ts finds what is not from there.
 */
export interface Procedure {
  slug: string
  title: string
  lead: string
  /** Where it begins. */
  start: Link
  /** One line, or one per form of the procedure. */
  lines: { title: string; stops: Stop[] }[]
  /** The states of the machine, and what may follow each. */
  states: { name: string; next: string }[]
  terms: { what: string; term: string; basis?: string }[]
  /** What the portal checks, with its article. */
  rules: { title: string; article: string }[]
  /** Why it may be declined: the whole list. */
  reasons: string[]
  /** What the portal promises and what it does not do. */
  notes: string[]
}

export const procedureOf = (
  parts: Pick<Procedure, 'slug' | 'title' | 'lead' | 'start' | 'lines'> & Partial<Procedure>,
): Procedure => ({ states: [], terms: [], rules: [], reasons: [], notes: [], ...parts })
