import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

export type DurableJson<T> = {
  /** The last value that is on disk. */
  read: () => T
  /** Resolves once the new value is on disk; rejects, with the old value still in force, when it cannot be. */
  update: <R>(change: (value: T) => { next: T; result: R }) => Promise<R>
}

type Waiting<T> = { apply: (value: T) => { value: T; settle: () => void }; reject: (error: unknown) => void }

/**
 * One JSON file that survives kill -9 and power loss: write aside, fsync, rename. Updates that arrive while a
 * write is under way share the next one, so a burst costs a few fsyncs and not one each.
 */
export const openDurableJson = async <T extends object>(
  path: string,
  initial: T,
): Promise<DurableJson<T>> => {
  await mkdir(dirname(path), { recursive: true })
  let value: T = await readJson(path, initial)
  let waiting: Waiting<T>[] = []
  let isWriting = false

  const writeAll = async () => {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        const settles: (() => void)[] = []
        let next = value
        for (const { apply } of batch) {
          const applied = apply(next)
          next = applied.value
          settles.push(applied.settle)
        }
        if (next !== value) await replaceFile(path, JSON.stringify(next))
        value = next
        for (const settle of settles) settle()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isWriting = false
  }

  return {
    read: () => value,
    update: (change) =>
      new Promise((resolve, reject) => {
        const apply = (before: T) => {
          const { next, result } = change(before)
          return { value: next, settle: () => resolve(result) }
        }
        waiting.push({ apply, reject })
        void writeAll()
      }),
  }
}

/** Replaces a file so that a reader or a crash sees the old text or the new one, never a part. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.new`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  await syncFolder(dirname(path))
}

/** Makes a rename or a new entry in this folder survive power loss. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const readJson = async <T extends object>(path: string, initial: T): Promise<T> => {
  try {
    // Only this module writes the file, whole; the caller names its type. An older portal may not have known every part.
    return { ...initial, ...(JSON.parse(await readFile(path, 'utf8')) as T) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return initial
    throw new Error(`Файл ${path} повреждён: удалите его, портал соберёт сайт заново`, { cause: error })
  }
}
