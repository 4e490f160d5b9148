import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from '../dataDir.ts'

/** A letter that a mail server has taken, before the database knows. */
export type Journal = {
  /** Message ids of the letters that were taken and are not in the database yet. */
  read: () => string[]
  note: (messages: readonly string[]) => void
  clear: () => void
  close: () => void
}

/**
 * One line per letter taken, written the moment the server's answer is read: microseconds later it outlives a kill -9 of
 * the process (not a power cut, which may lose the last second of it). The database is told by the batch.
 */
export const openJournal = (): Journal => {
  const folder = join(dataDir(), 'letters')
  const file = join(folder, 'taken.log')
  mkdirSync(folder, { recursive: true })
  const descriptor = openSync(file, 'a', 0o600)
  return {
    read: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .slice(0, -1) // a line that was cut off by a crash is not believed
            .flatMap((line) => line.split(' '))
        : [],
    note: (messages) => void writeSync(descriptor, `${messages.join(' ')}\n`),
    clear: () => truncateSync(file),
    close: () => closeSync(descriptor),
  }
}
