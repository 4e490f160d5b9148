import { resolve } from 'node:path'

/** Where the portal keeps what it must not lose: DATA_DIR, or .data beside the rooms. */
export const dataDir = (): string => process.env['DATA_DIR'] ?? resolve(import.meta.dirname, '../.data')
