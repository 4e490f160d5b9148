import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** So many files are written at a time: the next pages render meanwhile. */
const atOnce = 32

/** Writes many new files into a folder, beside the work of whoever makes them. */
export const createWriter = (folder: string) => {
  const underWay = new Set<Promise<void>>()
  let failure: Error | null = null

  const put = async (file: string, body: Uint8Array) => {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, body)
  }

  return {
    /** Resolves when there is room for the next file. */
    write: async (file: string, body: Uint8Array): Promise<void> => {
      const writing: Promise<void> = put(file, body)
        .catch((error: unknown) => {
          failure ??= error instanceof Error ? error : new Error(String(error))
        })
        .finally(() => underWay.delete(writing))
      underWay.add(writing)
      if (underWay.size >= atOnce) await Promise.race(underWay)
      if (failure) throw failure
    },
    /** Resolves when all files are there. @throws what kept one from being written */
    done: async (): Promise<void> => {
      await Promise.all(underWay)
      if (failure) throw failure
    },
  }
}
