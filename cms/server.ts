import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvError, readEnv, type Env } from './env.ts'
import { startCms, startDevelopmentCms } from './server/cms.ts'
import { listen, ListenError, prepareClose } from './server/listen.ts'
import { startNextAdmin, type NextAdmin } from './server/nextAdmin.ts'
import { createPortal } from './server/portal.ts'
import { createPreview } from './server/preview.ts'

/*
 * The portal's one process on one port. `node cms/server.ts` serves the built admin and the current release of the site;
 * with NODE_ENV=development it runs Next's development server and passes the site on to `astro dev`.
 */

const main = async () => {
  const isDevelopment = process.env.NODE_ENV === 'development'
  if (!isDevelopment) Object.assign(process.env, { NODE_ENV: 'production' })
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const env = readEnv(process.env, resolve(import.meta.dirname, '..'))
  // The rooms that this process loads read the same variables: they see the defaults that were filled in here.
  Object.assign(process.env, {
    DATA_DIR: env.dataDir,
    SITE_URL: env.siteUrl,
    PORT: String(env.port),
    REBUILD_URL: env.rebuildUrl,
    CMS_URL: env.cmsUrl,
    MAIL_FROM: env.mailFrom,
    LETTER_PAUSE_SECONDS: String(env.letterPauseSeconds),
    VAPID_SUBJECT: env.vapidSubject,
  })

  let admin: NextAdmin | null = null
  const cms = isDevelopment ? startDevelopmentCms(() => admin !== null) : startCms({ log })
  const server = createPortal({
    env,
    siteDir: join(env.dataDir, 'site'),
    cms,
    admin: () => admin,
    servePreview: createPreview({ env, cms, isDevelopment }),
    log: (error, message) => console.error(`[cms] ${message}:`, error),
  })
  const close = prepareClose(server, 2500)
  stopOnSignal(async () => {
    await close()
    await Promise.allSettled([cms.stop(), admin?.stop()])
  })
  await listen(server, env)
  log(`порт ${env.port} открыт за ${seconds()} с`)
  admin = await startAdmin(env, isDevelopment)
}

/** Until it starts: the site and its build do not need the admin, and a build of the admin may be under way. */
const startAdmin = async (env: Env, isDevelopment: boolean): Promise<NextAdmin> => {
  const isHttps = env.siteUrl.startsWith('https:')
  for (let attempt = 1; ; attempt += 1) {
    try {
      const admin = await startNextAdmin({ dir: import.meta.dirname, port: env.port, isDevelopment, isHttps })
      log(`админка готова за ${seconds()} с`)
      return admin
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (attempt === 1)
        log(`админка не запустилась (${reason}). Соберите её: npm run build -w @lyubertsy/cms`)
      await sleep(5000)
    }
  }
}

/** SIGINT, SIGTERM, or the death of the supervisor that started us (its channel closes). */
const stopOnSignal = (stop: () => Promise<void>) => {
  let isStopping = false
  const end = (why: string) => {
    if (isStopping) return
    isStopping = true
    log(`останавливается: ${why}`)
    setTimeout(() => process.exit(0), 4500).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('[cms] не удалось остановиться как следует:', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('disconnect', () => end('родительский процесс завершился'))
}

const log = (message: string) => console.log(`[cms] ${message}`)
const seconds = () => process.uptime().toFixed(1)

try {
  await main()
} catch (error) {
  // A fault of the set-up is told in words; anything else is a fault of ours and keeps its stack.
  console.error(error instanceof EnvError || error instanceof ListenError ? error.message : error)
  process.exit(1)
}
