import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Whether the file is a compressed copy of another. */
export const isCompressed = (file: string): boolean => /\.(br|gz)$/.test(file)

const compressible = /\.(html|css|js|mjs|svg|xml|json|ics|txt|webmanifest)$/
/** Below one packet compression saves nothing. */
const smallest = 1024
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/**
 * Lays `<file>.br` and `<file>.gz` beside text files of a site that is live already: a page is served as it is until then.
 * Works in the background, one file at a time.
 */
export const createCompressor = (publicDir: string) => {
  let waiting = new Set<string>()
  let running: Promise<void> | null = null
  let isStopped = false

  const start = () => {
    running ??= work().finally(() => {
      running = null
      if (waiting.size > 0 && !isStopped) start()
    })
  }

  const work = async () => {
    while (waiting.size > 0 && !isStopped) {
      const files = waiting
      waiting = new Set()
      for (const file of files) {
        if (isStopped) return
        await compress(file)
        await nextTurn()
      }
    }
  }

  const compress = async (file: string) => {
    const path = join(publicDir, file)
    const read = statSync(path, { throwIfNoEntry: false })
    if (!read || read.size < smallest) return
    const content = readFileSync(path)
    const copies = [
      ['.br', await brotli(content, { params: brotliParams(file, content.length) })],
      ['.gz', await zip(content, { level: 6 })],
    ] as const
    // No await from here to the rename: no publish can come in between. One that came before has put another file there.
    if (statSync(path, { throwIfNoEntry: false })?.ino !== read.ino) return
    for (const [suffix, bytes] of copies) {
      const aside = `${path}${suffix}.new`
      try {
        writeFileSync(aside, bytes)
        renameSync(aside, path + suffix)
      } catch {
        rmSync(aside, { force: true }) // a full disk: the page is served uncompressed
      }
    }
  }

  return {
    add(files: Iterable<string>) {
      for (const file of files) {
        if (compressible.test(file)) waiting.add(file)
      }
      start()
    },
    /** Resolves when nothing waits. */
    idle: async () => {
      while (running) await running
    },
    stop: async () => {
      isStopped = true
      await running
    },
  }
}

/** Assets with a hashed name and the code of the search rarely change: they are compressed hard. */
const brotliParams = (file: string, size: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: /^(_astro|pagefind)\//.test(file) ? 11 : 5,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
})
