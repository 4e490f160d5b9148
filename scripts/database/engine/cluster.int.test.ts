import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runFolder } from './cluster.ts'
import { holdersOf, signal } from './processes.ts'

/** The embedded database as it is started, killed and stopped from outside; durable, as in real life. */
let dataDir: string
let running: ChildProcess[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'portal-cluster-'))
  running = []
})
afterEach(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL')
  await gone()
  rmSync(runFolder(join(dataDir, 'database')), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

const run = join(import.meta.dirname, '../run.ts')
const lock = () => join(dataDir, 'database/engine.lock')

/** Starts the command line in a process of its own and waits for the URL it prints. */
async function start(): Promise<{ child: ChildProcess; url: string; exit: Promise<number | null> }> {
  const { DATABASE_URL: _, ...env } = process.env
  // Without mongod on PATH it is the embedded one that starts.
  const child = spawn(process.execPath, [run, '--data-dir', dataDir], {
    env: { ...env, PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await Promise.race([
    new Promise<string>((resolve) =>
      child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
    ),
    exit.then((code) => {
      throw new Error(`ended with code ${code}: ${errors}`)
    }),
  ])
  return { child, url, exit }
}

/** Waits until no process of PostgreSQL is left on the folder; how many milliseconds that took. */
async function gone(): Promise<number> {
  const started = Date.now()
  while (holdersOf(lock()).length > 0) {
    if (Date.now() - started > 15_000) throw new Error(`still running: ${holdersOf(lock()).join(', ')}`)
    await sleep(20)
  }
  return Date.now() - started
}

async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('keeps what was written from one start to the next, and leaves no process', async () => {
    const first = await start()
    await withClient(first.url, (client) => client.db().collection('a').insertOne({ text: 'осталось' }))
    const stopped = Date.now()
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
    await gone()
    expect(Date.now() - stopped).toBeLessThan(5_000)
    const second = await start()
    expect(await withClient(second.url, (client) => client.db().collection('a').countDocuments())).toBe(1)
    second.child.kill('SIGINT')
    expect(await second.exit).toBe(0)
    expect(await gone()).toBeLessThan(1_000)
  })

  it('is not opened twice: the second start says who has it', async () => {
    const first = await start()
    await expect(start()).rejects.toThrow(`уже открыта другим запуском портала (процесс ${first.child.pid})`)
    expect(await withClient(first.url, (client) => client.db().command({ ping: 1 }))).toMatchObject({ ok: 1 })
  })

  it('stops by itself when its supervisor is killed, and starts again on the same data', async () => {
    const first = await start()
    await withClient(first.url, (client) => client.db().collection('a').insertOne({ n: 1 }))
    first.child.kill('SIGKILL')
    expect(await gone()).toBeLessThan(5_000)
    const second = await start()
    expect(await withClient(second.url, (client) => client.db().collection('a').countDocuments())).toBe(1)
  })

  it('starts over an orphan that could not stop, and over a killed one', async () => {
    const first = await start()
    await withClient(first.url, (client) => client.db().collection('a').insertOne({ n: 1 }))
    const pid = postmaster()
    // A stopped process takes no signal but KILL: the orphan is still there when the next start comes.
    process.kill(pid, 'SIGSTOP')
    first.child.kill('SIGKILL')
    await first.exit
    const second = await start()
    expect(postmaster()).not.toBe(pid)
    for (const holder of [second.child.pid ?? 0, ...holdersOf(lock())]) signal(holder, 'SIGKILL')
    const third = await start()
    expect(await withClient(third.url, (client) => client.db().collection('a').countDocuments())).toBe(1)
  })

  it('loses no acknowledged insert when PostgreSQL is killed under load, and goes on by itself', async () => {
    const { url } = await start()
    await withClient(url, async (client) => {
      const collection = client.db().collection<{ _id: number }>('load')
      await collection.insertOne({ _id: -1 })
      const acknowledged: number[] = []
      let next = 0
      let isLoading = true
      const load = Array.from({ length: 8 }, async () => {
        while (isLoading) {
          const _id = next++
          await collection.insertOne({ _id }).then(
            () => acknowledged.push(_id),
            // Refused or unknown: nothing was promised.
            () => sleep(50),
          )
        }
      })
      await sleep(1_500)
      const before = acknowledged.length
      process.kill(postmaster(), 'SIGKILL')
      await sleep(100)
      for (let waited = 0; waited < 200 && acknowledged.length < before + 300; waited++) await sleep(100)
      isLoading = false
      await Promise.all(load)
      expect(before).toBeGreaterThan(100)
      expect(acknowledged.length).toBeGreaterThan(before + 100)
      const found = new Set((await collection.find().toArray()).map(({ _id }) => _id))
      expect(acknowledged.filter((_id) => !found.has(_id))).toEqual([])
    })
  })
})
