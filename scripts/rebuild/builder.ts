import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { BuildJob, BuildOutcome } from './build-release.ts'
import type { Queue, Wanted } from './queue.ts'
import {
  currentRelease,
  pruneReleases,
  readPin,
  releaseId,
  removeRelease,
  switchTo,
  type Release,
} from './releases.ts'
import { isDiskFull } from './snapshot-file.ts'

export type BuilderOptions = {
  queue: Queue
  siteDir: string
  mediaDir: string
  cmsUrl: string
  siteUrl: string
  /** Hash of the site's code, noted in each release. */
  code: string
  log: (line: string) => void
  onChange: () => void
  onSwitch: () => void
  timeoutMs?: number
  /** Replaced in tests: what a build does. */
  worker?: string
  retryPauses?: number[]
}

export type Builder = { wake: () => void; stop: () => Promise<void> }

const defaultTimeout = 10 * 60_000
/** Pauses before a failed build is tried again, when its cause lay outside the content. */
const defaultPauses = [5_000, 30_000, 120_000, 600_000]

/** Builds what the queue wants, one build at a time, and switches the site to each good one. */
export const startBuilder = (options: BuilderOptions): Builder => {
  let running: Promise<void> | null = null
  let child: ChildProcess | null = null
  let retry: NodeJS.Timeout | undefined
  let isStopping = false

  const wake = () => {
    clearTimeout(retry)
    running ??= work().then(
      () => {
        running = null
        // Something may have been accepted between the last look at the queue and this line.
        if (options.queue.read().wanted?.attempts === 0 && !isStopping) wake()
      },
      (error: unknown) => {
        running = null
        options.log(`очередь сборки: ${error instanceof Error ? error.message : String(error)}`)
        retry = setTimeout(wake, 10_000)
      },
    )
  }

  const work = async () => {
    for (
      let wanted = options.queue.read().wanted;
      wanted && !isStopping;
      wanted = options.queue.read().wanted
    ) {
      if (wanted.reason !== 'publish' && (await readPin(options.siteDir))) {
        await options.queue.dropWanted()
        return
      }
      const before = wanted
      await buildOnce(before)
      const after = options.queue.read().wanted
      if (after && after.attempts > 0 && after.revision === before.revision) {
        const pauses = options.retryPauses ?? defaultPauses
        retry = setTimeout(wake, pauses[Math.min(after.attempts, pauses.length) - 1])
        return
      }
    }
  }

  const buildOnce = async (wanted: Wanted) => {
    const started = new Date()
    const id = releaseId(started, wanted.revision)
    await options.queue.start({ revision: wanted.revision, at: started.toISOString() })
    options.onChange()
    options.log(`сборка № ${wanted.revision} началась (${reasons[wanted.reason]})`)

    const outcome = await runWorker(await jobFor(id, options))
    if (isStopping) return // what was wanted stays wanted: the next start builds it
    const end = { at: new Date().toISOString(), durationMs: Date.now() - started.getTime() }
    const final = outcome.state === 'built' ? await goLive(outcome.release, started, options) : outcome
    if (final.state === 'failed') await removeRelease(options.siteDir, id)
    await options.queue.finish({ ...end, at: new Date().toISOString(), outcome: final })
    options.onChange()
    const seconds = (end.durationMs / 1000).toFixed(1).replace('.', ',')
    if (final.state === 'failed') options.log(`сборка не удалась: ${final.error}`)
    else {
      options.log(`изменение № ${final.revision} на сайте, сборка заняла ${seconds} с`)
      options.onSwitch()
      await pruneReleases(options.siteDir)
    }
  }

  const runWorker = (job: BuildJob): Promise<BuildOutcome> =>
    new Promise((resolve) => {
      const worker = fork(options.worker ?? join(import.meta.dirname, 'build-release.ts'), {
        // A group of its own: a hung build is ended with everything it started.
        detached: true,
        execArgv: ['--import', join(import.meta.dirname, '..', 'portal', 'exit-with-parent.ts')],
      })
      child = worker
      let outcome: BuildOutcome = {
        state: 'failed',
        error: 'сборка неожиданно прервалась (возможно, не хватило памяти)',
        isRetried: true,
      }
      const timeoutMs = options.timeoutMs ?? defaultTimeout
      const timer = setTimeout(() => {
        const minutes = Math.max(1, Math.round(timeoutMs / 60_000))
        outcome = {
          state: 'failed',
          error: `сборка не закончилась за ${minutes} мин. и остановлена`,
          isRetried: true,
        }
        killGroup(worker)
      }, timeoutMs)
      worker.on('message', (message: BuildOutcome) => (outcome = message))
      worker.on('error', (error) => (outcome = { state: 'failed', error: error.message, isRetried: true }))
      worker.on('close', () => {
        clearTimeout(timer)
        child = null
        resolve(outcome)
      })
      worker.send(job)
    })

  return {
    wake,
    stop: async () => {
      isStopping = true
      clearTimeout(retry)
      if (child) killGroup(child)
      await running
    },
  }
}

const reasons: Record<Wanted['reason'], string> = {
  publish: 'публикация',
  first: 'сайта ещё нет',
  code: 'изменились шаблоны',
  content: 'изменились материалы',
  time: 'наступило время, с которым меняются страницы',
}

const jobFor = async (id: string, options: BuilderOptions): Promise<BuildJob> => {
  const current = await currentRelease(options.siteDir)
  return {
    siteDir: options.siteDir,
    id,
    code: options.code,
    cmsUrl: options.cmsUrl,
    siteUrl: options.siteUrl,
    mediaDir: options.mediaDir,
    previousId: current?.id ?? null,
    minRevision: options.queue.read().liveRevision,
  }
}

const goLive = async (release: Release, started: Date, { siteDir }: BuilderOptions) => {
  const pin = await readPin(siteDir)
  if (pin && pin.at >= started.toISOString()) {
    const error =
      'во время сборки сайт вернули к прежнему выпуску; опубликуйте материал ещё раз, чтобы обновить сайт'
    return { state: 'failed' as const, error, isRetried: false }
  }
  try {
    await switchTo(siteDir, release, 'publish')
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return {
      state: 'failed' as const,
      error: 'на диске закончилось место: освободите его, сборка повторится сама',
      isRetried: true,
    }
  }
  return { state: 'live' as const, revision: release.revision }
}

/** The worker leads its group, see `detached`. */
const killGroup = (worker: ChildProcess) => {
  try {
    if (worker.pid) process.kill(-worker.pid, 'SIGKILL')
  } catch {
    // it has just ended by itself
  }
}
