import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as entry from '../../../site/src/resident/entry.ts'

/** The compiled site, see site/src/resident/entry.ts. */
export type Bundle = typeof entry

export const openBundle = async (appDir: string): Promise<Bundle> => {
  const name = readdirSync(appDir).find((file) => /^prerender-entry.*\.mjs$/.test(file))
  if (!name) throw new Error(`в ${appDir} нет собранных шаблонов: удалите папку, портал соберёт их заново`)
  return (await import(join(appDir, name))) as Bundle // the bundle of entry.ts
}
