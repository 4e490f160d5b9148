import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startDatabase } from '../database/index.ts'
import { root } from '../portal/data-dir.ts'
import { freePort } from '../portal/free-port.ts'
import { readOrCreateSecrets } from '../portal/secrets.ts'

/**
 * The peer of `start` and `memory`: what Payload ships with, `next start` over the same admin build and database.
 * It has no site, no publishing, no supervisor.
 */
export const startPlainNext = async (dataDir: string) => {
  const started = performance.now()
  const database = await startDatabase({ dataDir, log: () => {} })
  const port = await freePort()
  const secrets = await readOrCreateSecrets(dataDir, {})
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin/next'), 'start', '-p', String(port)], {
    cwd: join(root, 'cms'),
    env: {
      ...process.env,
      ...secrets,
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  while (!(await isUp(`${url}/admin/login`))) {
    if (child.exitCode !== null) throw new Error(`next start ended with code ${child.exitCode}`)
    await sleep(50)
  }
  return {
    url,
    readyMs: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await database.stop()
    },
  }
}

const isUp = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url)
    await response.body?.cancel()
    return response.ok
  } catch {
    return false // not listening yet
  }
}
