import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Puts a file of a live site in the place of another, whole, without the compressed copies of the former. */
export const replace = (path: string, bytes: Uint8Array): void => {
  const aside = `${path}.new`
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(aside, bytes)
  } catch (error) {
    rmSync(aside, { force: true }) // half of it, on a full disk
    throw error
  }
  for (const copy of [`${path}.br`, `${path}.gz`]) rmSync(copy, { force: true })
  renameSync(aside, path)
}
