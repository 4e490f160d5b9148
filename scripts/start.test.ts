import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'start-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

/** Runs `npm start` with settings that cannot work. */
const start = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  await once(child, 'exit')
  const [out, err] = await output
  return { code: child.exitCode, out, err }
}

it('says that the port is taken before it starts anything heavy', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, out, err } = await start({ PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`Порт ${port} занят.*PORT=`))
  expect(out).not.toContain('База данных')
  expect(existsSync(join(dataDir, 'portal.lock'))).toBe(false)
})

it('names all faults of the environment at once', async () => {
  const { code, err } = await start({ PORT: 'abc', SITE_URL: 'nowhere', PAYLOAD_SECRET: 'short' })
  expect(code).toBe(1)
  for (const name of ['PORT', 'SITE_URL', 'PAYLOAD_SECRET']) expect(err).toContain(`• ${name}:`)
  expect(err).not.toContain('    at ') // a message, not a stack
})

it('refuses a data folder whose secrets are damaged instead of making new ones', async () => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'secrets.json'), '{')
  const { code, err } = await start({})
  expect(code).toBe(1)
  expect(err).toMatch(/secrets\.json повреждён/)
})
