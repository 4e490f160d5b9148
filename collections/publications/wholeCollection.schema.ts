/** Stands for a document's id in a row of the outbox that is about many of a collection (an import). */
export const wholeCollection = '*'

/** More changes than this are read faster as a whole. */
export const manyChanges = 2000
