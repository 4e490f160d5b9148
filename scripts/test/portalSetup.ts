import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** What a browser test is given: the running portal and one demo login per role. */
export interface PortalUnderTest {
  url: string
  dataDir: string
  logins: { role: string; email: string; password: string }[]
}

declare module 'vitest' {
  interface ProvidedContext {
    portal: PortalUnderTest
  }
}

const startTimeout = 10 * 60_000

/**
 * Starts the whole portal once for the browser tests, the way a newcomer does: `scripts/start.ts` in an empty data
 * folder, on a free port, with its own database, demo data, server and rebuild service.
 *
 * @throws when the portal is not ready within ten minutes or ends before; its output is part of the message.
 */
export default async function portalSetup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-browser-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), SITE_URL: url, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(dataDir, { recursive: true, force: true })
  }

  const deadline = Date.now() + startTimeout
  while (!(await isReady(url))) {
    const reason =
      child.exitCode !== null ? `ended with code ${child.exitCode}` : 'is not ready in ten minutes'
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The portal ${reason}. Its output:\n${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const logins: PortalUnderTest['logins'] = JSON.parse(
    await readFile(join(dataDir, 'demo-logins.json'), 'utf8'),
  )
  project.provide('portal', { url, dataDir, logins })
  return stop
}

async function isReady(url: string): Promise<boolean> {
  try {
    const [site, admin] = await Promise.all([fetch(`${url}/`), fetch(`${url}/admin/login`)])
    return site.status === 200 && admin.status === 200
  } catch {
    return false // not listening yet
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The probe socket has no port')
  return address.port
}
