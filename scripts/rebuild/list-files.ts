import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of all files under a folder, relative to it. */
export const listFiles = (folder: string): Set<string> => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory())
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)))
}
