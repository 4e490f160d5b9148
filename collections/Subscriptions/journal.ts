import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from '../dataDir.ts'

/** What became of letters since the database was told last: by message id. */
export type Journal = {
  /** Messages whose letter has left and not come back. */
  read: () => string[]
  /** A letter's two lines: it has left; it came back, refused or unanswered. */
  note: (messages: readonly string[]) => { left: () => void; came: () => void }
  clear: () => void
  close: () => void
}

/**
 * A file with a line per letter, written in the same moment as the end of the letter: microseconds after it a kill -9 of the
 * process loses neither (a power cut may lose the last lines). The database is told by the batch.
 */
export const openJournal = (): Journal => {
  const folder = join(dataDir(), 'letters')
  const file = join(folder, 'left.log')
  mkdirSync(folder, { recursive: true })
  const descriptor = openSync(file, 'a', 0o600)
  return {
    read: () => messagesIn(existsSync(file) ? readFileSync(file, 'utf8') : ''),
    note: (messages) => {
      let hasLeft = false
      const write = (sign: '+' | '-') => void writeSync(descriptor, `${[sign, ...messages].join(' ')}\n`)
      return {
        left: () => {
          if (!hasLeft) write('+')
          hasLeft = true
        },
        came: () => {
          if (hasLeft) write('-')
          hasLeft = false
        },
      }
    },
    clear: () => truncateSync(file),
    close: () => closeSync(descriptor),
  }
}

const messagesIn = (text: string): string[] => {
  const left = new Set<string>()
  // What follows the last line end was cut off by a crash.
  for (const line of text.split('\n').slice(0, -1)) {
    const [sign, ...messages] = line.split(' ')
    for (const message of messages) {
      if (sign === '+') left.add(message)
      else left.delete(message)
    }
  }
  return [...left]
}
