import { existsSync, linkSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './list-files.ts'

/**
 * Replaces every file that equals the previous release's by a hard link to it. Disk use grows by what changed only,
 * and a resident's browser keeps its copy: date and size, and so the ETag, stay. Returns the files linked.
 */
export const shareUnchanged = (previousDir: string, nextDir: string): Set<string> => {
  const unchanged = new Set<string>()
  for (const file of listFiles(nextDir)) {
    const previous = join(previousDir, file)
    const next = join(nextDir, file)
    if (!isEqual(previous, next)) continue
    linkOver(previous, next)
    unchanged.add(file)
  }
  return unchanged
}

/** Puts a hard link to `from` in the place of `to`. */
export const linkOver = (from: string, to: string): void => {
  const aside = `${to}.link`
  linkSync(from, aside)
  renameSync(aside, to)
}

const isEqual = (one: string, other: string): boolean => {
  if (!existsSync(one)) return false
  const [first, second] = [statSync(one), statSync(other)]
  return first.isFile() && first.size === second.size && readFileSync(one).equals(readFileSync(other))
}
