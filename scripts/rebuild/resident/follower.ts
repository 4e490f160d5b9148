import { setTimeout as sleep } from 'node:timers/promises'

type Options = {
  /** What the log says when it fails: «карта сайта не обновлена». */
  failure: string
  /** Makes the work follow the site as it is now. The signal ends it early. */
  follow: (signal: AbortSignal) => Promise<void>
}

/** A burst of publishes costs one run; slow work (tens of thousands of pages) at most a fifth of one core. */
const shortestPauseMs = 300
const restFactor = 4
const failedMs = 2_000

/** Work that follows publishes in the background, one run at a time; what fails (a full disk) is tried again after a rest. */
export const createFollower = ({ failure, follow }: Options) => {
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
      const hasFailed = await follow(stopped.signal).then(
        () => false,
        (error: unknown) => {
          if (!stopped.signal.aborted) console.error(`${failure}: ${messageOf(error)}`)
          return true
        },
      )
      isWanted ||= hasFailed
      lastMs = hasFailed ? Math.max(lastMs, failedMs) : performance.now() - started
    }
  }

  const start = () => {
    running ??= run().finally(() => {
      running = null
      if (isWanted && !stopped.signal.aborted) start() // woken while it was ending
    })
  }

  return {
    wake() {
      isWanted = true
      if (!stopped.signal.aborted) start()
    },
    /** Resolves when nothing is left to follow. */
    idle: async () => {
      while (running) await running
    },
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
