import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'

/*
 * The real process, on the real database, behind a door to that database that the test can shut. No admin is needed
 * here, so none has to be built.
 */

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

let dataDir: string
let door: Door
const children: ChildProcess[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portal-server-'))
  const release = join(dataDir, 'site/releases/1')
  await mkdir(join(release, 'public'), { recursive: true })
  await writeFile(join(release, 'public/index.html'), 'Главная')
  await symlink('releases/1', join(dataDir, 'site/current'))
  door = await openDoor(new URL(inject('databaseUrl').replace(/^mongodb:/, 'http:')))
})

afterEach(async () => {
  await Promise.all(
    children.splice(0).map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    }),
  )
})

afterAll(async () => {
  await door.shut()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the server process', { timeout: 180_000 }, () => {
  it('serves the site while the database is away, says so, and goes on when it is back', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    start(environment(port))
    await eventually(async () => (await healthOf(url)).database, 'up')
    const snapshot = await (await fetch(`${url}/api/snapshot`)).text()
    expect(snapshot.trimEnd().split('\n').at(-1)).toMatch(/"kind":"end"/)

    await door.shut()
    await eventually(async () => (await healthOf(url)).database, 'down')
    expect(await (await fetch(url)).text()).toBe('Главная')
    const refused = await fetch(`${url}/api/snapshot`)
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({ error: expect.stringMatching(/^База данных не отвечает/) })

    await door.open()
    await eventually(async () => {
      const answer = await fetch(`${url}/api/snapshot`)
      const text = await answer.text()
      return answer.status === 200 ? 'a snapshot' : `${text} ${JSON.stringify(await healthOf(url))}`
    }, 'a snapshot')
  })

  it('waits for a database that is away when it starts', async () => {
    await door.shut()
    const port = await freePort()
    start(environment(port))
    await eventually(async () => (await healthOf(`http://127.0.0.1:${port}`)).database, 'down')
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(200)
    await door.open()
    await eventually(async () => (await healthOf(`http://127.0.0.1:${port}`)).database, 'up')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('stops within five seconds on %s', async (signal) => {
    const port = await freePort()
    const { child } = start(environment(port))
    await eventually(async () => (await healthOf(`http://127.0.0.1:${port}`)).database, 'up')
    const startedAt = Date.now()
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number | null] // Node's arguments of `exit`
    expect(code).toBe(0)
    expect(Date.now() - startedAt).toBeLessThan(5000)
  })

  it('stops when the process that started it dies', async () => {
    const port = await freePort()
    const { child } = start(environment(port))
    await eventually(async () => (await healthOf(`http://127.0.0.1:${port}`)).process, 'up')
    child.disconnect()
    await once(child, 'exit')
  })

  it('says in Russian that the port is taken, and ends with code 1', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const { child, output } = start(environment(port))
    const [code] = (await once(child, 'exit')) as [number | null] // Node's arguments of `exit`
    other.close()
    expect(code).toBe(1)
    expect(output()).toContain(`Порт ${port} занят другой программой.`)
  })

  it('names all faults of the environment at once, and ends with code 1', async () => {
    const { child, output } = start({ PORT: 'x', SITE_URL: 'y', PAYLOAD_SECRET: 'short' })
    const [code] = (await once(child, 'exit')) as [number | null] // Node's arguments of `exit`
    expect(code).toBe(1)
    for (const name of ['PORT', 'SITE_URL', 'PAYLOAD_SECRET', 'DATABASE_URL', 'REBUILD_SECRET'])
      expect(output()).toContain(`• ${name}: `)
  })
})

const environment = (port: number) => ({
  PORT: String(port),
  SITE_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: dataDir,
  // Straight to the door: the server would otherwise tell the driver its own address.
  DATABASE_URL: `mongodb://127.0.0.1:${door.port}/server-test?replicaSet=rs0&directConnection=true`,
  PAYLOAD_SECRET: 'p'.repeat(32),
  REBUILD_SECRET: 'r'.repeat(32),
  REBUILD_URL: 'http://127.0.0.1:9',
})

const start = (env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.push(child)
  let output = ''
  // Read in every case: a process whose pipe is full stands still at its next line.
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  return { child, output: () => output }
}

type Health = { process?: string; database?: string }

const healthOf = async (url: string): Promise<Health> => {
  try {
    return (await (await fetch(`${url}/healthz`)).json()) as Health // server/health.ts writes it
  } catch {
    return {} // not listening yet
  }
}

/** Counts looks, not seconds: a machine that stands still for a minute must not look like a server that does. */
const eventually = async <T>(look: () => Promise<T>, wanted: T) => {
  let seen: T | undefined
  for (let looks = 0; looks < 225; looks += 1) {
    seen = await look()
    if (seen === wanted) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(
    `Wanted ${String(wanted)}, but after 225 looks there is ${String(seen)}: ${look.toString()}`,
  )
}

type Door = { port: number; open: () => Promise<void>; shut: () => Promise<void> }

/** A TCP relay to the database. Shut, it cuts every connection and refuses new ones, as a dead server does. */
const openDoor = async (database: URL): Promise<Door> => {
  const sockets = new Set<Socket>()
  const port = await freePort()
  let server: Server | null = null
  const door: Door = {
    port,
    open: async () => {
      server = createServer((client) => {
        const upstream = connect(Number(database.port || 27017), database.hostname)
        for (const [socket, other] of [
          [client, upstream],
          [upstream, client],
        ] as const) {
          sockets.add(socket)
          socket.on('error', () => other.destroy())
          socket.on('close', () => {
            sockets.delete(socket)
            other.destroy()
          })
        }
        client.pipe(upstream).pipe(client)
      }).listen(port, '127.0.0.1')
      await once(server, 'listening')
    },
    shut: async () => {
      if (!server) return
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
      server = null
    },
  }
  await door.open()
  return door
}

const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('The probe has no port')
  return address.port
}
