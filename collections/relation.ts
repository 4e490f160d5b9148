/** The id of a relation that may have been read as an object. */
export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id
