// Builds one release in a process of its own: what a build takes (memory, a hung render) ends with it.
// The parent sends one BuildJob over IPC and gets one BuildOutcome.
import { mkdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { documentPath, hasPage } from '../../collections/documentPath.schema.ts'
import { runAstroBuild } from './astro-build.ts'
import { BuildError } from './build-error.ts'
import { checkSite, type Fault } from './checks.ts'
import { listFiles } from './list-files.ts'
import { precompress } from './precompress.ts'
import type { FailedDocument } from './queue.ts'
import { releaseFolder, writeRelease, type Release } from './releases.ts'
import { shareUnchanged } from './share-unchanged.ts'
import {
  downloadSnapshot,
  isDiskFull,
  readSnapshotIndex,
  SnapshotError,
  type SnapshotDocument,
} from './snapshot-file.ts'

export type BuildJob = {
  siteDir: string
  id: string
  code: string
  cmsUrl: string
  siteUrl: string
  mediaDir: string
  /** A good release that unchanged files are shared with. */
  previousId: string | null
  /** Content older than this is refused: a newer build is live. */
  minRevision: number
}

export type BuildOutcome =
  | { state: 'built'; release: Release }
  | { state: 'failed'; error: string; document?: FailedDocument; isRetried: boolean }

/** Sections that exist whatever the content is. */
const sections = ['/', '/novosti/', '/kalendar/', '/deputaty/', '/slushaniya/']
const shownFaults = 5

process.channel?.ref() // exit-with-parent.ts lets go of it; this process waits for its job
process.once('message', (job: BuildJob) => {
  setPriority(10) // residents' and editors' requests come first
  void build(job)
    .then((release): BuildOutcome => ({ state: 'built', release }), failureOf)
    .then((outcome) => process.send?.(outcome, () => process.disconnect()))
})

const build = async (job: BuildJob): Promise<Release> => {
  const folder = releaseFolder(job.siteDir, job.id)
  const publicDir = join(folder, 'public')
  mkdirSync(folder, { recursive: true })

  const snapshotFile = join(folder, 'snapshot.ndjson')
  await downloadSnapshot({ cmsUrl: job.cmsUrl, path: snapshotFile })
  const { revision, documents } = await readSnapshotIndex(snapshotFile)
  if (revision < job.minRevision) {
    throw new SnapshotError(`CMS отдала изменение № ${revision}, а на сайте уже № ${job.minRevision}`)
  }

  await runAstroBuild({ ...job, folder, snapshotFile, logFile: join(job.siteDir, 'build.log') })

  const previousDir = job.previousId ? join(releaseFolder(job.siteDir, job.previousId), 'public') : null
  const shared = previousDir ? shareUnchanged(previousDir, publicDir) : new Set<string>()
  const pages = new Map(documents.flatMap((document) => pathEntry(document)))
  refuseFaults(
    checkSite({
      publicDir,
      siteUrl: job.siteUrl,
      expected: [...sections, ...pages.keys()],
      checked: previousDir && hasLostFiles(previousDir, publicDir) ? undefined : shared,
    }),
    pages,
  )
  precompress(publicDir, previousDir ? { previousDir, files: shared } : undefined)

  const release = { id: job.id, revision, code: job.code, builtAt: new Date().toISOString() }
  // Power loss after the switch must not leave empty files behind it.
  execFileSync('sync', ['-f', folder])
  await writeRelease(job.siteDir, release)
  return release
}

const pathEntry = (document: SnapshotDocument): [string, SnapshotDocument][] =>
  hasPage(document.collection) ? [[documentPath(document.collection, document.slug), document]] : []

/** Then a link on an unchanged page may lead nowhere, and every page has to be read. */
const hasLostFiles = (previousDir: string, nextDir: string): boolean => {
  const next = listFiles(nextDir)
  return [...listFiles(previousDir)].some((file) => !/\.(br|gz)$/.test(file) && !next.has(file))
}

const refuseFaults = (faults: Fault[], pages: Map<string, SnapshotDocument>) => {
  if (faults.length === 0) return
  const described = faults.slice(0, shownFaults).map(({ path, reason }) => {
    const document = pages.get(path)
    return `страница ${path}: ${document ? `документ ${document.collection}/${document.id} «${document.title}»: ` : ''}${reason}`
  })
  const more = faults.length > shownFaults ? `\nи ещё ${faults.length - shownFaults}` : ''
  const document = faults.map(({ path }) => pages.get(path)).find((page) => page !== undefined)
  throw new BuildError(described.join('\n') + more, { document })
}

const failureOf = (error: unknown): BuildOutcome => {
  if (isDiskFull(error)) {
    return {
      state: 'failed',
      error: 'на диске закончилось место: освободите его, сборка повторится сама',
      isRetried: true,
    }
  }
  if (error instanceof BuildError) {
    const { document, isRetried } = error
    return {
      state: 'failed',
      error: error.message,
      document: document && { collection: document.collection, id: document.id, title: document.title },
      isRetried,
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { state: 'failed', error: message, isRetried: error instanceof SnapshotError }
}
