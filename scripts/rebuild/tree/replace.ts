import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Puts a file of a live site in the place of another, whole, without the compressed copies of the former. */
export const replace = (path: string, bytes: Uint8Array): void => {
  for (const copy of [`${path}.br`, `${path}.gz`]) rmSync(copy, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}
