import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { Batch } from '../../../site/src/cms/resident.ts'
import type {
  Publish,
  RenderedFile,
  RenderError,
  Share,
  Site,
  Turns,
} from '../../../site/src/resident/entry.ts'
import { createChecks } from './check-rendered.ts'
import type { Bundle } from './open-bundle.ts'

/** Another process's part of a full rendering. */
export type Part = {
  appDir: string
  siteUrl: string
  /** A full reading of the content. */
  reading: Pick<Batch, 'changes' | 'revision'>
  now: Date
  turns: Turns
} & Folders

type Folders = {
  /** Where files go. */
  dir: string
  /** Where a file with the same bytes may lie already: then it is not written. */
  live: string
}

/** What comes back of it; the files are in `dir`. */
export type DonePart = { share: Share; faults: RenderError[]; written: string[] }

/** Below this a second process costs more than it brings. */
export const manyDocuments = 300

type Options = { bundle: Bundle; site: Site; appDir: string; siteUrl: string }

/**
 * Renders the whole site into a folder, in two processes when it is large.
 * @returns the publish, and the files that were written
 * @throws RenderErrors
 */
export const renderAll = async (
  { bundle, site, appDir, siteUrl }: Options,
  reading: Part['reading'],
  folders: Folders,
): Promise<{ publish: Publish; written: string[] }> => {
  const now = bundle.moment()
  const isShared = reading.changes.length >= manyDocuments && availableParallelism() > 1
  const helper = isShared
    ? await startHelper({ appDir, siteUrl, reading, now, turns: { own: 1, of: 2 }, ...folders })
    : null
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
      helper ? { turns: { own: 0, of: 2 }, share: helper.done.then(({ share }) => share) } : undefined,
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

/** A process and not a thread: all of its memory goes back when it ends. Resolves when it has its part. */
const startHelper = async (part: Part) => {
  const child = fork(join(import.meta.dirname, 'render-process.ts'), {
    execArgv: ['--import', join(import.meta.dirname, '..', '..', 'portal', 'exit-with-parent.ts')],
    serialization: 'advanced',
  })
  // Rendering leaves this process no time to write: what has not arrived before it begins arrives after it has ended.
  const sent = new Promise<void>((resolve) => child.send(part, () => resolve()))
  const done = new Promise<DonePart>((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', () => reject(new Error('второй процесс сборки прервался')))
  })
  done.catch(() => {}) // openAll sees it
  await sent
  return {
    done,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
