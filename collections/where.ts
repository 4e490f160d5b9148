import type { Where } from 'payload'

/** All of the conditions; `where` literals of different shapes confuse the compiler, this does not. */
export const all = (...conditions: Where[]): Where => ({ and: conditions })

/** At least one of the conditions. */
export const any = (...conditions: Where[]): Where => ({ or: conditions })
