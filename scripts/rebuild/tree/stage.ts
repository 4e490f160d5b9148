import { execFile } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder } from '../durable-json.ts'
import { layerDir, noteFile, publicDir, stageDir, type PublishNote } from './layout.ts'
import { settle } from './settle.ts'

/** The files of one publish, written aside. Nobody sees them before `commit`, and then all of them at once. */
export type Stage = {
  /** Where the files lie until then. */
  dir: string
  write: (file: string, body: Uint8Array) => void
  /** Brings a file of another folder of the same disk without copying it. */
  link: (file: string, from: string) => void
  /** Counts in a file that somebody has put into \`dir\`. */
  adopt: (file: string) => void
  remove: (file: string) => void
  /** How many files differ. */
  size: () => number
  /** Makes it live. Resolves once the site's folder holds it; `liveMs`: when readers saw it (performance.now()). */
  commit: (info: Pick<PublishNote, 'revision' | 'reason'>) => Promise<PublishNote & { liveMs: number }>
  discard: () => Promise<void>
}

/** Above this the disk is flushed as a whole instead of file by file. */
const manyFiles = 200

export const openStage = async (folder: string, generation: number): Promise<Stage> => {
  const stage = stageDir(folder)
  await rm(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true })
  const writes = new Set<string>()
  const removes = new Set<string>()

  const place = (file: string) => {
    const path = join(stage, file)
    mkdirSync(dirname(path), { recursive: true })
    // Before the switch: afterwards a full disk must not stop a rename.
    mkdirSync(dirname(join(publicDir(folder), file)), { recursive: true })
    writes.add(file)
    removes.delete(file)
    return path
  }

  return {
    dir: stage,
    write: (file, body) => writeFileSync(place(file), body),
    link: (file, from) => linkSync(from, place(file)),
    adopt: (file) => void place(file),
    remove: (file) => {
      if (existsSync(join(publicDir(folder), file))) removes.add(file)
    },
    size: () => writes.size + removes.size,
    commit: async ({ revision, reason }) => {
      const note: PublishNote = {
        generation,
        revision,
        reason,
        at: new Date().toISOString(),
        writes: [...writes],
        removes: [...removes],
      }
      writeFileSync(noteFile(stage), JSON.stringify(note))
      await flush(stage, [...writes, noteFile('')])
      // From here on readers get the files of the layer before those of the site's folder: the switch is this one rename.
      await rename(stage, layerDir(folder))
      const liveMs = performance.now()
      await syncFolder(folder)
      await settle(folder)
      return { ...note, liveMs }
    },
    discard: () => rm(stage, { recursive: true, force: true }),
  }
}

/** A power cut after the switch must not leave empty files behind it. */
const flush = async (stage: string, files: string[]): Promise<void> => {
  if (files.length > manyFiles) {
    await promisify(execFile)('sync', ['-f', stage])
    return
  }
  await Promise.all(
    files.map(async (file) => {
      const handle = await open(join(stage, file), 'r')
      try {
        await handle.datasync()
      } finally {
        await handle.close()
      }
    }),
  )
}
