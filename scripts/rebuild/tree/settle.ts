import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { updateRelease } from '../releases.ts'
import { historyDir, layerDir, noteFile, publicDir, type PublishNote } from './layout.ts'

/**
 * Moves a live layer into the site's folder, file by file, and takes the layer away. May be cut off at any point and begun
 * again: readers look into the layer first all the while, so each sees the new site and nothing but it.
 */
export const settle = async (folder: string): Promise<PublishNote | null> => {
  const layer = layerDir(folder)
  const spent = `${layer}.spent`
  await rm(spent, { recursive: true, force: true })
  if (!existsSync(layer)) return null
  // Written whole before the layer got its name.
  const note = JSON.parse(readFileSync(noteFile(layer), 'utf8')) as PublishNote
  keepBefore(folder, note)
  for (const file of note.writes) moveIn(join(layer, file), join(publicDir(folder), file))
  for (const file of note.removes) takeAway(publicDir(folder), file)
  await updateRelease(folder, { revision: note.revision, generation: note.generation, liveAt: note.at })
  // In one step: a layer that is half taken away would be no layer any more.
  renameSync(layer, spent)
  await rm(spent, { recursive: true, force: true })
  return note
}

/** Compressed copies of a former text must not outlive it for a moment: a reader would get them instead. */
const moveIn = (from: string, to: string) => {
  if (!existsSync(from)) return // moved before a crash
  removeCompressed(to)
  renameSync(from, to)
}

const takeAway = (root: string, file: string) => {
  const path = join(root, file)
  removeCompressed(path)
  rmSync(path, { force: true })
  for (let parent = dirname(path); parent !== root; parent = dirname(parent)) {
    try {
      rmdirSync(parent)
    } catch {
      return // not empty
    }
  }
}

const removeCompressed = (path: string) => {
  for (const copy of [`${path}.br`, `${path}.gz`]) if (existsSync(copy)) unlinkSync(copy)
}

/** Hard links to what the publish replaces or removes. A full disk costs the way back, not the publish. */
const keepBefore = (folder: string, note: PublishNote) => {
  const kept = join(historyDir(folder), String(note.generation))
  if (existsSync(noteFile(kept))) return
  try {
    mkdirSync(kept, { recursive: true })
    for (const file of [...note.writes, ...note.removes]) {
      const from = join(publicDir(folder), file)
      const to = join(kept, file)
      // A file that has moved already is gone from the layer: then its former text was kept before the crash.
      if (!existsSync(from) || existsSync(to)) continue
      if (note.writes.includes(file) && !existsSync(join(layerDir(folder), file))) continue
      mkdirSync(dirname(to), { recursive: true })
      linkSync(from, to)
    }
    writeFileSync(noteFile(kept), JSON.stringify(note))
  } catch (error) {
    rmSync(kept, { recursive: true, force: true })
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
