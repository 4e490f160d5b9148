import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Not import.meta.dirname: a bundle of this file, which Next makes in development, has only the address.
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Where the portal keeps what it must not lose: DATA_DIR (a relative one from the project's root), or .data there. */
export const dataDir = (): string => resolve(root, process.env['DATA_DIR'] ?? '.data')
