import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient, MongoServerError } from 'mongodb'
import { runCommand } from './engine/command.ts'

/** A `mongod` found on this machine, run on the portal's data folder as a replica set of one (transactions need one). */
export interface Mongod {
  url: string
  version: string
  stop(): Promise<void>
}

const readyPatienceMs = 60_000

export async function hasMongod(): Promise<boolean> {
  return (await runCommand('mongod', ['--version'])).code === 0
}

export async function startMongod(options: { dataDir: string; logFile: string }): Promise<Mongod> {
  mkdirSync(options.dataDir, { recursive: true })
  const port = await choosePort(join(options.dataDir, 'port'))
  const output = openSync(options.logFile, 'a')
  const child = spawn(
    'setpriv',
    [
      // mongod holds a lock on its folder itself; SIGTERM when this process dies.
      ...['--pdeathsig', 'TERM', 'mongod', '--dbpath', options.dataDir, '--replSet', 'rs0'],
      ...['--bind_ip', '127.0.0.1', '--port', String(port), '--nounixsocket'],
    ],
    { detached: true, stdio: ['ignore', output, output] },
  )
  closeSync(output)
  try {
    const version = await initiate(child, port, options.logFile)
    return { url: `mongodb://127.0.0.1:${port}/portal?replicaSet=rs0`, version, stop: () => stop(child) }
  } catch (error) {
    await stop(child)
    throw error
  }
}

/** The same port at every start, since it is part of the replica set's configuration; another one if it is taken. */
async function choosePort(file: string): Promise<number> {
  let wanted = 0
  try {
    wanted = Number(readFileSync(file, 'utf8'))
  } catch {
    // The first start: any free port.
  }
  const port = (await freePort(wanted)) ?? (await freePort(0))
  if (port === undefined) throw new Error('Нет свободного порта для базы данных.')
  writeFileSync(file, String(port))
  return port
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

async function initiate(child: ChildProcess, port: number, logFile: string): Promise<string> {
  const host = `127.0.0.1:${port}`
  const deadline = Date.now() + readyPatienceMs
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  })
  try {
    for (;;) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`mongod не запускается. Журнал: ${logFile}`)
      try {
        const admin = client.db('admin')
        const hello = await admin.command({ hello: 1 })
        if (hello['isWritablePrimary'] && hello['me'] === host)
          return String((await admin.command({ buildInfo: 1 }))['version'])
        await configure(client, host, hello)
      } catch (error) {
        if (error instanceof MongoServerError && error.codeName === 'AlreadyInitialized') continue
        if (child.exitCode !== null) throw error
      }
      await sleep(200)
    }
  } finally {
    await client.close()
  }
}

interface ReplicaSetConfig {
  version: number
  members: { host: string }[]
}

async function configure(client: MongoClient, host: string, hello: Record<string, unknown>) {
  const admin = client.db('admin')
  if (!hello['setName'] && hello['isreplicaset']) {
    await admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } })
    return
  }
  // The folder was last served on another port.
  const reply = await admin.command({ replSetGetConfig: 1 })
  const config = reply['config'] as ReplicaSetConfig
  if (config.members[0]?.host === host) return
  await admin.command({
    replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] },
    force: true,
  })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (const [name, patience] of [
    ['SIGTERM', 4_000],
    ['SIGKILL', 1_000],
  ] as const) {
    child.kill(name)
    if (await Promise.race([exited.then(() => true), sleep(patience, false)])) return
  }
}
