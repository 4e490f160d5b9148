import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { searchEntry, searchFolder } from '../../../site/src/search/places.ts'
import { listFiles } from '../list-files.ts'
import { isCompressed } from './compress.ts'
import { replace } from './replace.ts'

/** Whoever has the entry of a former index in hand finds what it names for so long. */
export const keptMs = 10 * 60_000

type Options = {
  publicDir: string
  /** Path in the index's folder → bytes. */
  files: ReadonlyMap<string, Uint8Array>
  /** Remembers since when the files of former indexes are named no more, over restarts too. */
  notesFile: string
  now: number
}

export const isSearchIndex = (file: string): boolean => file.startsWith(`${searchFolder}/`)

/**
 * Lays a new index over the one that is live: first the files that the new entry names, then the entry, by a rename. Files
 * that it names no more go after a rest.
 * @returns the files that are new or differ, relative to the site's folder
 */
export const layIndex = ({ publicDir, files, notesFile, now }: Options): string[] => {
  const folder = join(publicDir, searchFolder)
  const changed = [...files]
    .filter(([file, bytes]) => differs(join(folder, file), bytes))
    .sort(([one], [other]) => rank(one) - rank(other))
  for (const [file, bytes] of changed) replace(join(folder, file), bytes)
  forget({ folder, files, notesFile, now })
  return changed.map(([file]) => `${searchFolder}/${file}`)
}

const rank = (file: string) => Number(file === searchEntry)

/** The index names most files by their content; sizes settle it without reading thousands of them. */
const differs = (path: string, bytes: Uint8Array) =>
  !existsSync(path) ||
  statSync(path).size !== bytes.length ||
  (!/\.pf_\w+$/.test(path) && !readFileSync(path).equals(bytes))

const forget = ({ folder, files, notesFile, now }: Omit<Options, 'publicDir'> & { folder: string }) => {
  const known = readNotes(notesFile)
  const unnamed = [...listFiles(folder)].filter(
    (file) => !files.has(isCompressed(file) ? file.replace(/\.(br|gz)$/, '') : file),
  )
  const notes = unnamed.map((file): [string, number] => [file, known[file] ?? now])
  const isOver = ([, since]: [string, number]) => now - since >= keptMs
  for (const [file] of notes.filter(isOver)) rmSync(join(folder, file), { force: true })
  writeFileSync(`${notesFile}.new`, JSON.stringify(Object.fromEntries(notes.filter((note) => !isOver(note)))))
  renameSync(`${notesFile}.new`, notesFile)
}

const readNotes = (path: string): Record<string, number> =>
  // Written whole by `forget`.
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>) : {}
