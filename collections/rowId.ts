import { randomBytes } from 'node:crypto'

/** The id of a row of an array that is written past Payload, which would draw another at every read. */
export const rowId = (): string => randomBytes(12).toString('hex')
