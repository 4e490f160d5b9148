import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { listFiles } from '../list-files.ts'
import { replace } from '../tree/replace.ts'
import { createFollower } from './follower.ts'

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

/**
 * Makes the map of the site anew after publishes, beside them: in a thread of its own, since it sorts every address there
 * is, and by @astrojs/sitemap itself, so that it equals that of `astro build`.
 */
export const createSitemap = ({ siteUrl, read, publicDir, onWritten }: Options) => {
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

  return createFollower({ failure: 'карта сайта не обновлена', follow: make })
}

const differs = (one: string, other: string): boolean =>
  !existsSync(other) || !readFileSync(one).equals(readFileSync(other))

const inWorker = (input: SitemapInput): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'sitemap-worker.ts'), { workerData: input })
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`карта сайта: код ${code}`))))
  })
