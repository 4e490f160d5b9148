import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readEnv, type Env } from '../../cms/env.ts'
import { listen } from '../../cms/server/listen.ts'
import { startDatabase } from '../database/index.ts'
import { runToEnd, supervise, type Supervised } from './child.ts'
import { dataDirOf, root } from './data-dir.ts'
import { databaseHasData } from './exit-codes.ts'
import { freePort } from './free-port.ts'
import { lockDataDir } from './lock.ts'
import { openLog } from './log-file.ts'
import { buildAdmin } from './build-admin.ts'
import { readOrCreateSecrets } from './secrets.ts'
import { StartError } from './start-error.ts'
import type { Steps } from './steps.ts'

export type Portal = { env: Env; stop: () => Promise<void> }

export type PortalOptions = {
  steps: Steps
  isDevelopment: boolean
  signal: AbortSignal
}

/** What has been started so far, newest last; stopped in the other direction. */
type Stops = (() => Promise<void>)[]

const databasePlaceholder = 'mongodb://127.0.0.1/portal'

/**
 * Brings the whole portal up: database, admin build, demo data, CMS and rebuild service, first site. On a fault or an
 * abort everything started so far is stopped before this rejects.
 */
export const startPortal = async (options: PortalOptions): Promise<Portal> => {
  const stops: Stops = []
  const stop = async () => {
    // Servers first and together, the database (the first entry) after them.
    const [first, ...rest] = stops.splice(0)
    await Promise.all(rest.map((end) => end()))
    await first?.()
  }
  try {
    const env = await bringUp(options, stops)
    return { env, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const bringUp = async ({ steps, isDevelopment, signal }: PortalOptions, stops: Stops): Promise<Env> => {
  const dataDir = dataDirOf(process.env)
  const unlock = lockDataDir(dataDir)
  let stopDatabase = async () => {}
  stops.push(async () => {
    await stopDatabase()
    unlock()
  })

  const variables = await completeEnvironment(dataDir, isDevelopment)
  const env = readEnv(variables, root)
  await checkPort(env)
  const log = openLog(join(dataDir, 'logs'), 'start')

  const database = steps.step(
    'База данных',
    ({ engine, version }) => `${engineNames[engine]} ${version} готова`,
    async () => {
      const started = await startDatabase({ dataDir, log: steps.line })
      stopDatabase = () => started.stop()
      return started
    },
  )
  const admin = isDevelopment
    ? Promise.resolve()
    : buildAdmin({ steps, signal, env: { ...variables, NODE_ENV: 'production' } })
  // Both to their end, so that a fault of one does not leave the other running.
  const [databaseResult, adminResult] = await Promise.allSettled([database, admin])
  if (databaseResult.status === 'rejected') throw databaseResult.reason
  if (adminResult.status === 'rejected') throw adminResult.reason
  signal.throwIfAborted()

  const environment = { ...variables, DATABASE_URL: databaseResult.value.url }
  await seedWhenEmpty({ steps, signal, environment })
  signal.throwIfAborted()

  const child = (
    name: string,
    args: string[],
    extra: Record<string, string> = {},
    cwd?: string,
  ): Supervised => {
    const write = openLog(join(dataDir, 'logs'), name)
    const started = supervise({
      name,
      args,
      cwd,
      env: { ...environment, ...extra },
      log: (line) => {
        write(line)
        steps.line(line.startsWith('[') ? line : `[${name}] ${line}`)
      },
    })
    stops.push(started.stop)
    return started
  }
  const mode = { NODE_ENV: isDevelopment ? 'development' : 'production' }
  if (isDevelopment) startAstroDev(child, environment)
  const cms = child('cms', ['cms/server.ts'], mode)
  const rebuild = child('rebuild', ['--max-old-space-size=128', 'scripts/rebuild/main.ts'], {
    NODE_ENV: 'production',
  })
  log(`cms ${cms.pid()}, rebuild ${rebuild.pid()}`)

  await steps.step('CMS', 'готова', () =>
    Promise.race([waitForCms(env, { isDevelopment, signal }), cms.failed]),
  )
  cms.ready()
  if (isDevelopment) {
    rebuild.ready() // residents' pages come from astro dev; the built site serves previews and follows in its time
    return { ...env, databaseUrl: environment.DATABASE_URL }
  }
  await steps.step('Сайт', siteWords, () => Promise.race([waitForSite(env, signal), rebuild.failed]))
  rebuild.ready()
  return { ...env, databaseUrl: environment.DATABASE_URL }
}

const engineNames = { external: 'внешняя MongoDB', mongod: 'MongoDB', embedded: 'встроенная' }

/** The environment of every process: what was given, the secrets, and the addresses that depend on one another. */
const completeEnvironment = async (dataDir: string, isDevelopment: boolean) => {
  await mkdir(dataDir, { recursive: true })
  const given = process.env
  const port = given['PORT']?.trim() || '3000'
  const secrets = await readOrCreateSecrets(dataDir, given)
  const variables: Record<string, string | undefined> = {
    ...given,
    ...secrets,
    DATA_DIR: dataDir,
    PORT: port,
    // Checked with the rest before the database is up; its real address follows.
    DATABASE_URL: given['DATABASE_URL']?.trim() || databasePlaceholder,
    SITE_URL: given['SITE_URL']?.trim() || `http://localhost:${port}`,
    REBUILD_URL: given['REBUILD_URL']?.trim() || `http://127.0.0.1:${await freePort()}`,
  }
  if (isDevelopment) variables['SITE_DEV_URL'] = `http://127.0.0.1:${await freePort()}`
  return variables
}

/** Before anything heavy: a taken port is the commonest fault, and the easiest to cure. */
const checkPort = async ({ host, port }: Env) => {
  const probe = createServer()
  await listen(probe, { host, port })
  await new Promise((resolve) => probe.close(resolve))
}

const seedWhenEmpty = async (options: {
  steps: Steps
  signal: AbortSignal
  environment: Record<string, string | undefined>
}) => {
  const { steps, signal, environment } = options
  // For a real portal: the first administrator is then made at /admin.
  if (environment['DEMO_DATA'] === 'off') return
  const run = (args: string[]) =>
    runToEnd({ name: 'seed', args, env: { ...environment, NODE_ENV: 'production' }, log: steps.line, signal })
  const state = await run(['scripts/portal/is-database-empty.ts'])
  if (state === databaseHasData) return
  if (state !== 0) throw new StartError('База данных не отвечает: проверьте DATABASE_URL и журнал выше.')
  await steps.step('Демонстрационные данные', 'записаны', async () => {
    const code = await run(['scripts/seed/index.ts'])
    signal.throwIfAborted()
    if (code !== 0) throw new StartError('Демонстрационные данные не записаны, причина — в строках выше.')
  })
}

type StartChild = (name: string, args: string[], extra?: Record<string, string>, cwd?: string) => Supervised

const startAstroDev = (child: StartChild, environment: Record<string, string | undefined>) => {
  const { port = '4321' } = new URL(environment['SITE_DEV_URL'] ?? '')
  const astro = join(root, 'node_modules', '.bin', 'astro')
  const args = [astro, 'dev', '--host', '127.0.0.1', '--port', port]
  child('astro', args, { NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' }, join(root, 'site')).ready()
}

type Waiting = { isDevelopment: boolean; signal: AbortSignal }

const waitForCms = async ({ port, host }: Env, { isDevelopment, signal: stopped }: Waiting) => {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(cmsTimeoutMs)])
  try {
    await untilReady(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`, { isDevelopment, signal })
  } catch (error) {
    if (stopped.aborted || !signal.aborted) throw error
    const minutes = cmsTimeoutMs / 60_000
    throw new StartError(`CMS не ответила за ${minutes} мин., причина — в строках [cms] выше.`, {
      cause: error,
    })
  }
}

const cmsTimeoutMs = 3 * 60_000

const untilReady = async (origin: string, { isDevelopment, signal }: Waiting) => {
  for (;;) {
    const health = await getJson(`${origin}/healthz`)
    if (health?.['cms'] === 'up' && health['database'] === 'up') break
    await sleep(100, undefined, { signal })
  }
  if (isDevelopment) return // the admin is compiled when it is first opened
  for (;;) {
    const admin = await fetch(`${origin}/admin/login`, { redirect: 'manual' }).catch(() => null)
    await admin?.body?.cancel()
    if (admin && admin.status < 500) return
    await sleep(200, undefined, { signal })
  }
}

type SiteState = { isBuilt: boolean; error: string | null }

const siteWords = ({ isBuilt, error }: SiteState) =>
  error ? `не собран (${error})` : isBuilt ? 'собран' : 'уже собран, проверен'

/** Until the rebuild service has compared the site with code and content and built what was missing. */
const waitForSite = async ({ rebuildUrl }: Env, signal: AbortSignal): Promise<SiteState> => {
  if (!isLoopback(rebuildUrl)) return { isBuilt: false, error: null }
  let isBuilt = false
  for (;;) {
    const status = await getJson(`${rebuildUrl}/status`)
    if (status?.['state'] === 'building') isBuilt = true
    else if (status?.['isReconciled'] === true) {
      if (status['state'] === 'failed' && isBuilt) return { isBuilt, error: lastError(status) }
      if (!status['wanted']) return { isBuilt, error: status['release'] ? null : lastError(status) }
    }
    await sleep(100, undefined, { signal })
  }
}

const lastError = (status: Record<string, unknown>): string => {
  const publishes: unknown[] = Array.isArray(status['publishes']) ? status['publishes'] : []
  const last = publishes.at(-1)
  return typeof last === 'object' && last !== null && 'error' in last
    ? String(last.error)
    : 'причина не названа'
}

const isLoopback = (url: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

const getJson = async (url: string): Promise<Record<string, unknown> | null> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    const value: unknown = await response.json()
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : null
  } catch {
    return null // not up yet
  }
}

/** The demo accounts the seed wrote down, for the last lines of the start. */
export const readDemoLogins = async (dataDir: string) => {
  const path = join(dataDir, 'demo-logins.json')
  if (!existsSync(path)) return []
  // Written by scripts/seed.
  return JSON.parse(await readFile(path, 'utf8')) as { role: string; email: string; password: string }[]
}
