import { EnvError } from '../../cms/env.ts'
import { ListenError } from '../../cms/server/listen.ts'
import { killDescendants } from './descendants.ts'
import { readDemoLogins, startPortal } from './portal.ts'
import { StartError } from './start-error.ts'
import { createSteps, inSeconds, type Steps } from './steps.ts'

/** Everything must be down within five seconds of Ctrl+C, whatever hangs. */
const hardStopMs = 4_800

/** `npm start` and `npm run dev`: starts the portal, prints where it is, stays until a signal, stops it all. */
export const run = async ({ isDevelopment }: { isDevelopment: boolean }): Promise<void> => {
  const steps = createSteps()
  const aborted = new AbortController()
  const asked = Promise.withResolvers<void>()
  const ask = () => {
    if (aborted.signal.aborted) return
    steps.line('Останавливаю…')
    setTimeout(() => {
      killDescendants()
      process.exit(1)
    }, hardStopMs).unref()
    aborted.abort()
    asked.resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  process.on('disconnect', ask) // bootstrap.mjs was killed

  try {
    const portal = await startPortal({ steps, isDevelopment, signal: aborted.signal })
    await printAddresses(steps, portal.env)
    await asked.promise
    await portal.stop()
    steps.line('Портал остановлен.')
    process.exit(0)
  } catch (error) {
    if (aborted.signal.aborted) {
      steps.line('Портал остановлен.')
      process.exit(0)
    }
    console.error(`\n${explain(error)}`)
    process.exit(1)
  }
}

const explain = (error: unknown): string => {
  if (error instanceof EnvError || error instanceof ListenError || error instanceof StartError)
    return error.message
  if (!(error instanceof Error)) return String(error)
  return error.name === 'Error' || !error.stack ? error.message : error.stack
}

const printAddresses = async (steps: Steps, env: { siteUrl: string; dataDir: string }) => {
  const logins = await readDemoLogins(env.dataDir)
  steps.line(`
Портал работает (запуск занял ${inSeconds(process.uptime() * 1000)})
  сайт      ${env.siteUrl}/
  админка   ${env.siteUrl}/admin`)
  if (logins.length > 0) steps.line('\nДемонстрационные входы:')
  for (const { role, email, password } of logins) {
    steps.line(`  ${(roleNames[role] ?? role).padEnd(14)} ${email}   ${password}`)
  }
  steps.line('\nОстановить — Ctrl+C')
}

const roleNames: Record<string, string> = {
  admin: 'администратор',
  editor: 'редактор',
  volunteer: 'волонтёр',
  respondent: 'депутат',
}
