import { existsSync } from 'node:fs'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

export type OpenFile = { handle: FileHandle; path: string; size: number; modified: Date; etag: string }

/** The files of a release as they are at one moment: a publish is seen as a whole or not at all. */
export type SiteFiles = {
  open: (file: string) => Promise<OpenFile | null>
  /** Where the file lies now; for those who watch its time. */
  pathOf: (file: string) => string
}

/**
 * The site's files of a release. While a publish is being moved into `public/` (scripts/rebuild/tree), its files stand in
 * `layer/` and count already: the whole publish became live with that folder's name.
 */
export const siteFilesOf = async (release: string): Promise<SiteFiles> => {
  const root = join(release, 'public')
  const layer = join(release, 'layer')
  const note = existsSync(layer) ? await readNote(layer) : null
  if (!note) return { open: (file) => openFile(join(root, file)), pathOf: (file) => join(root, file) }
  const isIn = (file: string) => existsSync(join(layer, file))
  return {
    open: async (file) => {
      const path = withoutSlash(file)
      if (note.removes.has(path)) return null
      // A file that has been moved meanwhile is in its place; its compressed copy of before is not meant.
      if (note.writes.has(path)) return (await openFile(join(layer, path))) ?? openFile(join(root, path))
      if (note.writes.has(path.replace(/\.(br|gz)$/, ''))) return null
      return openFile(join(root, path))
    },
    pathOf: (file) => (isIn(file) ? join(layer, file) : join(root, file)),
  }
}

type Note = { writes: Set<string>; removes: Set<string> }

/** Null: the move has just ended. */
const readNote = async (layer: string): Promise<Note | null> => {
  try {
    // Written by scripts/rebuild/tree/stage.ts before the layer got its name.
    const note = JSON.parse(await readFile(join(layer, '.publish.json'), 'utf8')) as Record<
      keyof Note,
      string[]
    >
    return { writes: new Set(note.writes), removes: new Set(note.removes) }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const openFile = async (path: string): Promise<OpenFile | null> => {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  const stat = await handle.stat()
  if (!stat.isFile()) {
    await handle.close()
    return null
  }
  const etag = `W/"${stat.size.toString(16)}-${Math.trunc(stat.mtimeMs * 1000).toString(16)}"`
  return { handle, path, size: stat.size, modified: stat.mtime, etag }
}

const withoutSlash = (file: string) => file.replace(/^\//, '')

export const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ENAMETOOLONG', 'ELOOP'].includes(
    String(error instanceof Error && 'code' in error ? error.code : undefined),
  )
