import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { listFiles } from '../list-files.ts'

/** What the worker is given. */
export type SitemapInput = {
  siteUrl: string
  folder: string
  /** «path date» a line, date: when the content of the page changed last, may be absent. One text passes quickest. */
  pages: string
}

type Options = {
  siteUrl: string
  read: () => SitemapInput['pages']
  publicDir: () => string
  onWritten: (files: string[]) => void
}

export const isSitemap = (file: string): boolean => /^sitemap-(index|\d+)\.xml$/.test(file)

/** A burst of publishes costs one map; a slow map (tens of thousands of pages) at most a fifth of one core. */
const shortestPauseMs = 300
const restFactor = 4

/**
 * Makes the map of the site anew after publishes, beside them: in a thread of its own, since it sorts every address there
 * is, and by @astrojs/sitemap itself, so that it equals that of `astro build`.
 */
export const createSitemap = ({ siteUrl, read, publicDir, onWritten }: Options) => {
  let isWanted = false
  let lastMs = 0
  let running: Promise<void> | null = null
  const stopped = new AbortController()

  const run = async () => {
    while (isWanted && !stopped.signal.aborted) {
      await sleep(Math.max(shortestPauseMs, lastMs * restFactor), undefined, {
        signal: stopped.signal,
      }).catch(
        () => {}, // stop() ends the pause
      )
      if (stopped.signal.aborted) return
      isWanted = false
      const started = performance.now()
      await make().catch((error: unknown) => {
        isWanted = true // a full disk: tried again after a rest
        console.error(`карта сайта не обновлена: ${error instanceof Error ? error.message : String(error)}`)
      })
      lastMs = isWanted ? Math.max(lastMs, 2_000) : performance.now() - started
    }
  }

  const make = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sitemap-'))
    try {
      await inWorker({ siteUrl, folder, pages: read() })
      const made = listFiles(folder)
      const target = publicDir()
      const changed = [...made].filter((file) => differs(join(folder, file), join(target, file)))
      // The index names the parts, so it comes last.
      for (const file of changed.sort((a, b) => Number(a.includes('index')) - Number(b.includes('index'))))
        replace(join(target, file), readFileSync(join(folder, file)))
      // They lie in the root: a walk through tens of thousands of folders would hold up publishes.
      for (const file of readdirSync(target))
        if (isSitemap(file) && !made.has(file)) rmSync(join(target, file), { force: true })
      onWritten(changed)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  return {
    wake() {
      isWanted = true
      running ??= run().finally(() => {
        running = null
      })
    },
    idle: async () => {
      while (running) await running
    },
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

const differs = (one: string, other: string): boolean =>
  !existsSync(other) || !readFileSync(one).equals(readFileSync(other))

const replace = (path: string, bytes: Uint8Array) => {
  for (const copy of [`${path}.br`, `${path}.gz`]) rmSync(copy, { force: true })
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}

const inWorker = (input: SitemapInput): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'sitemap-worker.ts'), { workerData: input })
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`карта сайта: код ${code}`))))
  })
