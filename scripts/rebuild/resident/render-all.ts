import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Batch } from '../../../site/src/cms/resident.ts'
import type {
  Publish,
  RenderedFile,
  RenderError,
  Share,
  Site,
  Takings,
} from '../../../site/src/resident/entry.ts'
import { createChecks } from './check-rendered.ts'
import type { Bundle } from './open-bundle.ts'

/** One thread's part of a full rendering. */
export type Part = {
  appDir: string
  siteUrl: string
  /** A full reading of the content. */
  reading: Pick<Batch, 'changes' | 'revision'>
  now: Date
  takings: Takings
} & Folders

type Folders = {
  /** Where files go. */
  dir: string
  /** Where a file with the same bytes may lie already: then it is not written. */
  live: string
}

/** What comes back of it; the files are in `dir`. */
export type DonePart = { share: Share; faults: RenderError[]; written: string[] }

/** Below this a second thread costs more than it brings. */
export const manyDocuments = 300

type Options = { bundle: Bundle; site: Site; appDir: string; siteUrl: string }

/**
 * Renders the whole site into a folder, in two threads when it is large.
 * @returns the publish, and the files that were written
 * @throws RenderErrors
 */
export const renderAll = async (
  { bundle, site, appDir, siteUrl }: Options,
  reading: Part['reading'],
  folders: Folders,
): Promise<{ publish: Publish; written: string[] }> => {
  const now = bundle.moment()
  const takings = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const isShared = reading.changes.length >= manyDocuments && availableParallelism() > 1
  const helper = isShared ? startHelper({ appDir, siteUrl, reading, now, takings, ...folders }) : null
  const checks = createChecks(siteUrl, reading.changes)
  const { write, written } = createOutput(folders)
  try {
    const publish = await site.openAll(
      reading,
      now,
      (file) => {
        checks.look(file)
        write(file)
      },
      helper ? { takings, share: helper.done.then(({ share }) => share) } : undefined,
    )
    const other = await helper?.done
    const faults = [...checks.faults(), ...(other?.faults ?? [])]
    if (faults.length > 0) throw new bundle.RenderErrors(faults)
    return { publish, written: [...written, ...(other?.written ?? [])] }
  } finally {
    await helper?.stop() // after a failure nothing may be written into a folder that is given up
  }
}

/** Writes the files that differ from those in the live folder. */
export const createOutput = ({ dir, live }: Folders) => {
  const written: string[] = []
  return {
    write: ({ file, body }: RenderedFile): void => {
      if (isSame(join(live, file), body)) return
      const path = join(dir, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, body)
      written.push(file)
    },
    written,
  }
}

const isSame = (path: string, body: Uint8Array): boolean => {
  try {
    return readFileSync(path).equals(body)
  } catch {
    return false // not there yet
  }
}

const startHelper = (part: Part) => {
  const worker = new Worker(join(import.meta.dirname, 'render-thread.ts'), { workerData: part })
  const done = new Promise<DonePart>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('второй поток сборки прервался')))
  })
  done.catch(() => {}) // openAll sees it
  return { done, stop: () => worker.terminate() }
}
