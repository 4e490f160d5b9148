import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { historyDir, noteFile, type PublishNote } from './layout.ts'
import type { Stage } from './stage.ts'

export const keptPublishes = 100
/** Together they keep at most so many files: an edit of the settings alone replaces every page. */
const keptFiles = 100_000

/** Publishes that can be taken back, the oldest first. */
export const listPublishes = async (folder: string): Promise<PublishNote[]> => {
  const names = await readdir(historyDir(folder)).catch(() => [])
  const notes = names.map((name) => readNote(join(historyDir(folder), name)))
  return notes.filter((note) => note !== null).sort((one, other) => one.generation - other.generation)
}

/**
 * Stages the site as it was before publish `generation`, by undoing all from the newest back to that one.
 * @throws when one of them is no longer kept
 */
export const stageBefore = async (folder: string, generation: number, stage: Stage): Promise<PublishNote> => {
  const undone = (await listPublishes(folder)).filter((note) => note.generation >= generation).reverse()
  const target = undone.at(-1)
  if (target?.generation !== generation)
    throw new Error(`Публикации № ${generation} в истории сайта нет: хранятся последние ${keptPublishes}.`)
  /** File → where its former text lies; null: it did not exist. */
  const former = new Map<string, string | null>()
  for (const note of undone) {
    for (const file of [...note.writes, ...note.removes]) {
      const kept = join(historyDir(folder), String(note.generation), file)
      former.set(file, existsSync(kept) ? kept : null)
    }
  }
  for (const [file, kept] of former) {
    if (kept) stage.link(file, kept)
    else stage.remove(file)
  }
  return target
}

/** Forgets all but the newest publishes. */
export const pruneHistory = async (folder: string): Promise<void> => {
  const notes = (await listPublishes(folder)).reverse()
  let files = 0
  for (const [index, note] of notes.entries()) {
    files += note.writes.length + note.removes.length
    if (index < keptPublishes && files <= keptFiles) continue
    await rm(join(historyDir(folder), String(note.generation)), { recursive: true, force: true })
  }
}

const readNote = (folder: string): PublishNote | null => {
  try {
    // Written by settle.ts, last of all.
    return JSON.parse(readFileSync(noteFile(folder), 'utf8')) as PublishNote
  } catch {
    return null // cut off
  }
}
