import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a browser test is given: the running portal and one demo login per role. */
export interface PortalUnderTest {
  url: string
  dataDir: string
  logins: { role: string; email: string; password: string }[]
  /** Port of the one server whose streams its pages may play; a test that needs it starts it. */
  streamPort?: number
  /** A session of each role, where tests share the portal: it lets one address log in twenty times in five minutes. */
  tokens?: Record<string, string>
}

export interface StartedPortal extends PortalUnderTest {
  /** The first process: the supervisor, or what `command` has put before it. */
  pid: number
  /** Everything it has printed so far. */
  output(): string
  /** Resolves with the exit code (null after a signal) once it has ended. */
  ended: Promise<number | null>
  /** SIGTERM, as Ctrl+C does it, and the wait for the end. */
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const startTimeoutMs = 10 * 60_000

/** Starts with the supervisor, without npm and bootstrap before it. */
export const supervisor = [process.execPath, join(root, 'scripts/start.ts')]

/**
 * Starts the whole portal on a data folder, the way a newcomer does: its own database, demo data when the folder is
 * empty, server and rebuild service.
 *
 * @throws when it is not ready within ten minutes or ends before; its output is part of the message.
 */
export async function startPortalForTest(options: {
  dataDir: string
  port: number
  command?: string[]
  env?: Record<string, string | undefined>
}): Promise<StartedPortal> {
  const { dataDir, port, command = supervisor, env = {} } = options
  const url = `http://localhost:${port}`
  const child = spawn(command[0]!, command.slice(1), {
    cwd: root,
    env: {
      ...environment(),
      NODE_ENV: 'production',
      PORT: String(port),
      SITE_URL: url,
      DATA_DIR: dataDir,
      ...env,
    },
    // The channel carries nothing: it tells the portal when the test is killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  const ended = once(child, 'exit').then(() => child.exitCode)
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }

  const deadline = Date.now() + startTimeoutMs
  while (!output.includes('Портал работает') || !(await isReady(url))) {
    const isOver = child.exitCode !== null || child.signalCode !== null
    if (isOver || Date.now() > deadline) {
      await stop()
      const reason = isOver ? `ended with code ${child.exitCode}` : 'is not ready in ten minutes'
      throw new Error(`The portal ${reason}. Its output:\n${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  // Written by scripts/seed.
  const logins = JSON.parse(
    await readFile(join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as PortalUnderTest['logins']
  return { url, dataDir, logins, pid: child.pid ?? 0, output: () => output, ended, stop }
}

/**
 * Vitest's own DEV, MODE, … would make Astro think it is in development; a DATABASE_URL, which the integration tests
 * obey, would be one database for two portals.
 */
function environment(): NodeJS.ProcessEnv {
  const left = /^(VITEST.*|TEST|DEV|PROD|SSR|MODE|BASE_URL|DATABASE_URL)$/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !left.test(name)),
  ) as NodeJS.ProcessEnv
}

async function isReady(url: string): Promise<boolean> {
  try {
    const [site, admin] = await Promise.all([fetch(`${url}/`), fetch(`${url}/admin/login`)])
    return site.status === 200 && admin.status === 200
  } catch {
    return false // not listening yet
  }
}
