import type { TextField } from 'payload'

/** An id that the writer gives: the database's own ids stand in the order of writing. */
export const randomId: TextField = { name: 'id', type: 'text', required: true }
