// The hosted way to publish (.github/workflows/publish.yml):
//   publish-site build --out DIR                    builds from CMS_URL, checks, leaves static files in DIR
//   publish-site report --revision N --state live   tells the CMS what became of it
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { documentPath, hasPage } from '../collections/documentPath.schema.ts'
import { runAstroBuild } from './rebuild/astro-build.ts'
import { BuildError } from './rebuild/build-error.ts'
import { checkSite } from './rebuild/checks.ts'
import { listFiles } from './rebuild/list-files.ts'
import type { BuildResult } from './rebuild/queue.ts'
import { postResult } from './rebuild/send-results.ts'
import {
  downloadSnapshot,
  readSnapshotIndex,
  type SnapshotDocument,
  type SnapshotIndex,
} from './rebuild/snapshot-file.ts'
import { createCompressor } from './rebuild/tree/compress.ts'

await main()

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, revision: { type: 'string' }, state: { type: 'string' } },
  })
  const [command] = positionals
  const state = values.state
  if (command === 'build' && values.out) return build(resolve(values.out))
  if (command === 'report' && (state === 'live' || state === 'failed')) {
    const error = state === 'failed' ? 'файлы собраны, но не доставлены на хостинг' : undefined
    return report({ revision: Number(values.revision), state, at: new Date().toISOString(), error })
  }
  console.error('Usage: publish-site build --out DIR | publish-site report --revision N --state live|failed')
  process.exitCode = 2
}

async function build(out: string) {
  const cmsUrl = setting('CMS_URL')
  const siteUrl = setting('SITE_URL')
  const folder = mkdtempSync(join(tmpdir(), 'publish-site-'))
  try {
    const snapshotFile = join(folder, 'snapshot.ndjson')
    await downloadSnapshot({ cmsUrl, path: snapshotFile })
    const index = await readSnapshotIndex(snapshotFile)
    const fault = await buildAndCheck({ folder, snapshotFile, siteUrl, cmsUrl }, index)
    if (fault) {
      console.error(fault.message)
      process.exitCode = 1
      const { message: error, document } = fault
      return await report({
        revision: index.revision,
        state: 'failed',
        at: new Date().toISOString(),
        error,
        ...(document ? { document } : {}),
      })
    }
    cpSync(join(folder, 'public'), out, { recursive: true })
    const compressor = createCompressor(out)
    compressor.add(listFiles(out))
    await compressor.idle()
    const output = process.env['GITHUB_OUTPUT']
    if (output) appendFileSync(output, `revision=${index.revision}\n`)
    console.log(`изменение № ${index.revision} собрано в ${out}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Build = { folder: string; snapshotFile: string; siteUrl: string; cmsUrl: string }

/** The reason not to show this build, or null. */
async function buildAndCheck(build: Build, { documents }: SnapshotIndex): Promise<BuildError | null> {
  try {
    // Media come over HTTP from the CMS.
    await runAstroBuild({ ...build, mediaDir: '', logFile: join(build.folder, 'build.log') })
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
  const pages = new Map(documents.map(pageOf).filter((page) => page !== null))
  const faults = checkSite({
    publicDir: join(build.folder, 'public'),
    siteUrl: build.siteUrl,
    expected: [...sections, ...pages.keys()],
  })
  const [first] = faults
  if (!first) return null
  const words = faults.slice(0, 5).map(({ path, reason }) => `страница ${path}: ${reason}`)
  const document = pages.get(first.path)
  return new BuildError(words.join('\n'), document ? { document } : {})
}

const pageOf = (document: SnapshotDocument): [string, SnapshotDocument] | null =>
  hasPage(document.collection) ? [documentPath(document.collection, document.slug), document] : null

/** Sections that exist whatever the content is. */
const sections = ['/', '/novosti/', '/kalendar/', '/deputaty/', '/slushaniya/']

async function report(result: BuildResult) {
  const log = (line: string) => console.error(line)
  const isTaken = await postResult(result, {
    cmsUrl: setting('CMS_URL'),
    secret: setting('REBUILD_SECRET'),
    log,
  })
  if (isTaken) return
  console.error(`CMS не приняла результат: проверьте CMS_URL и REBUILD_SECRET`)
  process.exitCode = 1
}

function setting(name: string): string {
  const value = process.env[name]?.replace(/\/+$/, '')
  if (!value) throw new Error(`${name} is not set: see .github/workflows/publish.yml`)
  return value
}
