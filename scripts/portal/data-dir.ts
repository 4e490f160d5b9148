import { join, resolve } from 'node:path'

/** Root of the repository. */
export const root = join(import.meta.dirname, '..', '..')

/** DATA_DIR as cms/env.ts reads it, for commands that need nothing else of the environment. */
export const dataDirOf = (env: Record<string, string | undefined>): string =>
  resolve(root, env['DATA_DIR']?.trim() || '.data')
