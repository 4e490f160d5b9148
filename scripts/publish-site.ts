// The hosted way to publish (.github/workflows/publish.yml):
//   publish-site build --out DIR                    builds from CMS_URL, checks, leaves static files in DIR
//   publish-site report --revision N --state live   tells the CMS what became of it
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { siteCodeHash } from './portal/inputs-hash.ts'
import type { BuildJob, BuildOutcome } from './rebuild/build-release.ts'
import type { BuildResult } from './rebuild/queue.ts'
import { releaseFolder } from './rebuild/releases.ts'
import { postResult } from './rebuild/send-results.ts'
import { fetchRevision } from './rebuild/snapshot-file.ts'

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
  const siteDir = mkdtempSync(join(tmpdir(), 'publish-site-'))
  try {
    const job: BuildJob = {
      siteDir,
      id: 'hosted',
      code: siteCodeHash(siteUrl),
      cmsUrl,
      siteUrl,
      mediaDir: '', // over HTTP from the CMS
      previousId: null,
      minRevision: 0,
    }
    const worker = fork(join(import.meta.dirname, 'rebuild', 'build-release.ts'))
    worker.send(job)
    const [outcome] = (await once(worker, 'message')) as [BuildOutcome] // the worker's only message
    if (outcome.state === 'failed') {
      console.error(outcome.error)
      process.exitCode = 1
      const { error, document } = outcome
      const revision = await fetchRevision(cmsUrl)
      return await report({ revision, state: 'failed', at: new Date().toISOString(), error, document })
    }
    cpSync(join(releaseFolder(siteDir, 'hosted'), 'public'), out, { recursive: true })
    const output = process.env['GITHUB_OUTPUT']
    if (output) appendFileSync(output, `revision=${outcome.release.revision}\n`)
    console.log(`изменение № ${outcome.release.revision} собрано в ${out}`)
  } finally {
    rmSync(siteDir, { recursive: true })
  }
}

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
