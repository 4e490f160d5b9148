import { setTimeout as sleep } from 'node:timers/promises'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { isDatabaseAnswering } from '../databaseOutage.ts'
import { reconnectIfBlind } from '../reconnect.ts'

export type Cms = {
  state: () => 'starting' | 'up' | 'down'
  /** The instance in this process: null until it has started, and always in development. */
  payload: () => Payload | null
  config: () => Promise<SanitizedConfig> | null
  stop: () => Promise<void>
}

/**
 * Starts the CMS in this process, in the background: the port opens before it is ready, so that the site is up at once.
 * A database that is away when the process starts is waited for, as long as it takes.
 */
export const startCms = ({ log }: { log: (message: string) => void }): Cms => {
  const stopping = new AbortController()
  let payload: Payload | null = null
  let isAnswering = true
  let hasFailed = false
  let stopBackground = async () => {}

  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined) // woken by stop()

  const connect = async () => {
    while (!stopping.signal.aborted) {
      try {
        // Next reads the same promise (payloadConfig.ts): one config, one set of hooks in the process.
        globalThis.__payloadConfig ??= import('../payload.config.ts').then((module) => module.default)
        const started = await getPayload({ config: globalThis.__payloadConfig })
        const { startBackground } = await import('../background.ts')
        stopBackground = startBackground(started)
        payload = started
        void watch(started)
        log(`CMS готова за ${process.uptime().toFixed(1)} с`)
        return
      } catch (error) {
        hasFailed = true
        log(
          `CMS не запустилась: ${error instanceof Error ? error.message : String(error)}. Повтор через 2 с.`,
        )
        await pause(2000)
      }
    }
  }

  // Asked, not taken from mongoose: its readyState has been seen to stay «disconnected» after the database was back.
  const watch = async (started: Payload) => {
    started.db.connection.on('disconnected', () => (isAnswering = false))
    while (!stopping.signal.aborted) {
      isAnswering = await isDatabaseAnswering(started)
      if (!isAnswering && (await reconnectIfBlind(started))) log('Соединение с базой данных открыто заново')
      await pause(1000)
    }
  }

  const connecting = connect()
  return {
    state: () => {
      if (payload) return isAnswering ? 'up' : 'down'
      return hasFailed ? 'down' : 'starting'
    },
    payload: () => payload,
    config: () => globalThis.__payloadConfig ?? null,
    stop: async () => {
      stopping.abort()
      await connecting
      await stopBackground()
      await payload?.destroy()
    },
  }
}

/** In development the CMS lives inside Next, or hot reload of the model would stop without a word. */
export const startDevelopmentCms = (isReady: () => boolean): Cms => {
  process.env.PORTAL_DEV_SERVER = '1' // payload.config.ts starts the background work when this server loads it
  return {
    state: () => (isReady() ? 'up' : 'starting'),
    payload: () => null,
    config: () => null,
    stop: async () => {},
  }
}
