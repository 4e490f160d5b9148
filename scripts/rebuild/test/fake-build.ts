// Stands in for build-release.ts in the service's tests: the «content» is one file that says what happens.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BuildJob, BuildOutcome } from '../build-release.ts'
import { releaseFolder, writeRelease } from '../releases.ts'

type Plan = {
  revision: number
  delayMs?: number
  failure?: Extract<BuildOutcome, { state: 'failed' }>
  crash?: boolean
}

process.channel?.ref() // exit-with-parent.ts lets go of it; this process waits for its job
process.once('message', (job: BuildJob) => void run(job))

const run = async (job: BuildJob) => {
  const plan = JSON.parse(readFileSync(join(job.siteDir, 'plan.json'), 'utf8')) as Plan // written by the test
  const folder = releaseFolder(job.siteDir, job.id)
  mkdirSync(join(folder, 'public'), { recursive: true })
  appendFileSync(join(job.siteDir, 'builds'), `${plan.revision}\n`)
  await sleep(plan.delayMs ?? 0)
  if (plan.crash) process.kill(process.pid, 'SIGKILL')
  if (plan.failure) return send(plan.failure)
  writeFileSync(join(folder, 'public', 'index.html'), `revision ${plan.revision}`)
  const release = { id: job.id, revision: plan.revision, code: job.code, builtAt: new Date().toISOString() }
  await writeRelease(job.siteDir, release)
  send({ state: 'built', release })
}

const send = (outcome: BuildOutcome) => process.send?.(outcome, () => process.disconnect())
