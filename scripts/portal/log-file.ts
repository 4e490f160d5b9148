import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sizeLimit = 5 * 1024 * 1024

/** A log of at most twice the limit on disk: <name>.log and the one before it, <name>.log.1. */
export const openLog = (folder: string, name: string, limit = sizeLimit): ((line: string) => void) => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.log`)
  let size = existsSync(path) ? statSync(path).size : 0
  return (line) => {
    const text = `${new Date().toISOString()} ${line}\n`
    try {
      if (size > limit) {
        renameSync(path, `${path}.1`)
        size = 0
      }
      appendFileSync(path, text)
      size += Buffer.byteLength(text)
    } catch {
      // A full disk must not stop the portal because of its log; the console still shows the line.
    }
  }
}
