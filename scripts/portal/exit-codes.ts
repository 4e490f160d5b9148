/** Exit code of is-database-empty.ts for «no». */
export const databaseHasData = 3
