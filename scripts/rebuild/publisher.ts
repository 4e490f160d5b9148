import { BuildError } from './build-error.ts'
import { compile } from './compile.ts'
import type { Queue, Wanted } from './queue.ts'
import { currentRelease, readPin, removePin, writePin } from './releases.ts'
import { ResidentError, startResident, type Resident } from './resident/client.ts'
import type { Draft, Published } from './resident/messages.ts'

export type PublisherOptions = {
  queue: Queue
  siteDir: string
  mediaDir: string
  cmsUrl: string
  siteUrl: string
  /** Hash of the site's code, noted in each release. */
  code: string
  log: (line: string) => void
  /** There is a result to be told. */
  onChange: () => void
  openTimeoutMs?: number
  publishTimeoutMs?: number
  retryPauses?: number[]
}

export type Publisher = {
  wake: () => void
  /** Has the resident process ready before anybody publishes. */
  warmUp: () => void
  /** A page with drafts laid over the content; null when there is no such page. */
  render: (path: string, overlay: Draft[]) => Promise<string | null>
  /** @throws ResidentError when the publish is not in the history */
  rollback: (generation: number) => Promise<void>
  isBusy: () => boolean
  stop: () => Promise<void>
}

/** A first rendering of tens of thousands of pages takes minutes; a publish, a fraction of a second. */
const defaultOpenTimeout = 15 * 60_000
const defaultPublishTimeout = 3 * 60_000
const renderTimeout = 20_000
/** Pauses before a failed publish is tried again, when its cause lay outside the content. */
const defaultPauses = [1_000, 5_000, 30_000, 120_000, 600_000]
/** What takes longer is told to the CMS as being under way. */
const announceAfterMs = 1_000
const longestTimer = 24 * 3600_000
const shortestTimer = 100

/** Publishes what the queue wants, one publish at a time, through the resident process. */
export const startPublisher = (options: PublisherOptions): Publisher => {
  const { queue, siteDir, log } = options
  let running: Promise<void> | null = null
  let opening: Promise<Resident> | null = null
  let retry: NodeJS.Timeout | undefined
  let clock: NodeJS.Timeout | undefined
  let warming: NodeJS.Timeout | undefined
  let isStopping = false
  let current: Resident | null = null
  /** What the last opening gave, for the publish that asked for it. */
  let lastOpened: Published | null = null

  const wake = () => {
    clearTimeout(retry)
    running ??= work().then(
      () => {
        running = null
        // Something may have been accepted between the last look at the queue and this line.
        if (queue.read().wanted?.attempts === 0 && !isStopping) wake()
      },
      (error: unknown) => {
        running = null
        log(`очередь публикаций: ${messageOf(error)}`)
        if (!isStopping) retry = setTimeout(wake, 2_000)
      },
    )
  }

  const work = async () => {
    for (let wanted = queue.read().wanted; wanted && !isStopping; wanted = queue.read().wanted) {
      if (wanted.reason !== 'publish' && (await readPin(siteDir))) {
        await queue.dropWanted()
        return
      }
      await publishOnce(wanted)
      const after = queue.read().wanted
      if (after && after.attempts > 0 && after.revision === wanted.revision) {
        const pauses = options.retryPauses ?? defaultPauses
        retry = setTimeout(wake, pauses[Math.min(after.attempts, pauses.length) - 1])
        return
      }
    }
  }

  const publishOnce = async (wanted: Wanted) => {
    const started = Date.now()
    const announcement = setTimeout(() => {
      queue
        .announce({ revision: wanted.revision, at: new Date().toISOString() })
        .then(options.onChange, () => {}) // a full disk: the result will tell
    }, announceAfterMs)
    const outcome = await attempt(wanted).then(
      (published) => ({ state: 'live' as const, ...published }),
      (error: unknown) => failureOf(error, wanted),
    )
    clearTimeout(announcement)
    if (isStopping) return // what was wanted stays wanted
    const durationMs = Date.now() - started
    const at = (outcome.state === 'live' && outcome.liveAt) || new Date().toISOString()
    await queue.finish({ at, durationMs, reason: wanted.reason, outcome: recorded(outcome) })
    options.onChange()
    tell(outcome, durationMs)
  }

  const attempt = async (wanted: Wanted): Promise<Published> => {
    // Opening brings the site fully up to date.
    const known = opening
    const resident = await open()
    const published = known
      ? await resident.call(
          { name: wanted.reason === 'time' ? 'tick' : 'publish' },
          options.publishTimeoutMs ?? defaultPublishTimeout,
        )
      : lastOpened
    if (!published) throw new ResidentError('crash', 'сборщик страниц не ответил')
    watchClock(published)
    return published
  }

  const open = (): Promise<Resident> => {
    opening ??= start()
    opening.catch(() => (opening = null))
    return opening
  }

  const start = async (): Promise<Resident> => {
    const { appDir, publicDir } = await compile(options)
    const resident = startResident(
      {
        siteDir,
        appDir,
        assetsDir: publicDir,
        mediaDir: options.mediaDir,
        cmsUrl: options.cmsUrl,
        siteUrl: options.siteUrl,
        code: options.code,
      },
      log,
    )
    current = resident
    if (isStopping) resident.stop()
    const isPinned = (await readPin(siteDir)) !== null
    try {
      lastOpened = await resident.call(
        { name: 'open', isPinned },
        options.openTimeoutMs ?? defaultOpenTimeout,
      )
    } catch (error) {
      resident.stop()
      throw error
    }
    watchClock(lastOpened)
    void watchEnd(resident)
    return resident
  }

  /** A resident process that died is started again when it is needed next. */
  const watchEnd = async (resident: Resident) => {
    await resident.ended
    if (current === resident) opening = null
    if (!isStopping && !running) warmUp()
  }

  /** Some pages change by time alone: an event begins, a day ends. */
  const watchClock = ({ nextChangeIn }: Pick<Published, 'nextChangeIn'>) => {
    clearTimeout(clock)
    if (nextChangeIn === null) return
    const wait = Math.min(Math.max(shortestTimer, nextChangeIn), longestTimer)
    const ring = () => {
      if (nextChangeIn > longestTimer) return watchClock({ nextChangeIn: nextChangeIn - wait })
      queue.want('time').then(wake, () => watchClock({ nextChangeIn: 60_000 })) // a full disk
    }
    clock = setTimeout(ring, wait)
    clock.unref()
  }

  const warmUp = () => {
    clearTimeout(warming)
    open().catch((error: unknown) => {
      if (isStopping) return
      log(`сборщик страниц не готов: ${messageOf(error)}`)
      // Templates that do not compile will not do so by themselves.
      if (!(error instanceof BuildError) || error.isRetried) warming = setTimeout(warmUp, 10_000)
    })
  }

  const tell = (outcome: Outcome, durationMs: number) => {
    if (outcome.state === 'failed') return log(`публикация не удалась: ${outcome.error}`)
    const { revision, written, removed, held } = outcome
    log(`изменение № ${revision} на сайте за ${durationMs} мс: файлов записано ${written}, убрано ${removed}`)
    for (const { collection, id, error } of held) log(`не показан ${collection}/${id}: ${error}`)
  }

  return {
    wake,
    warmUp,
    isBusy: () => running !== null,
    render: async (path, overlay) => {
      if (!(await currentRelease(siteDir)))
        throw new ResidentError('content', 'сайт ещё не собран: предпросмотр заработает после первой сборки')
      const { html } = await (await open()).call({ name: 'render', path, overlay }, renderTimeout)
      return html
    },
    rollback: async (generation) => {
      const resident = await open()
      const before = await readPin(siteDir)
      // The pin first: a publish that ends between the two lines must not undo it.
      await writePin(siteDir, { generation, at: new Date().toISOString() })
      try {
        await resident.call({ name: 'rollback', generation }, defaultPublishTimeout)
      } catch (error) {
        // Refused, so nothing is pinned that was not before.
        await (before ? writePin(siteDir, before) : removePin(siteDir))
        throw error
      }
      log(`сайт возвращён к состоянию до публикации № ${generation}`)
    },
    stop: async () => {
      isStopping = true
      clearTimeout(retry)
      clearTimeout(clock)
      clearTimeout(warming)
      current?.stop()
      await running
      await opening?.catch(() => {}) // it was stopped
    },
  }
}

type Outcome = ({ state: 'live' } & Published) | Failure
type Failure = { state: 'failed'; revision: number; error: string; isRetried: boolean }

const failureOf = (error: unknown, { revision }: Wanted): Failure => {
  if (error instanceof BuildError)
    return { state: 'failed', revision, error: error.message, isRetried: error.isRetried }
  const kind = error instanceof ResidentError ? error.kind : 'other'
  const words =
    kind === 'disk' ? 'на диске закончилось место: освободите его, сборка повторится сама' : messageOf(error)
  return { state: 'failed', revision, error: words, isRetried: kind !== 'content' }
}

const recorded = (outcome: Outcome) => {
  if (outcome.state === 'failed') return outcome
  const { liveAt: _, nextChangeIn: __, ...facts } = outcome
  return facts
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
