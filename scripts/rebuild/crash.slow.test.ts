import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { sign, signatureHeader } from '../../collections/http/signature.schema.ts'
import { serveSite } from '../../cms/server/staticFiles.ts'
import { fixtureNow } from '../../site/test/fixture/index.ts'
import { onSmallDisk } from '../test/faults/smallDisk.ts'
import { isDiskFull } from './disk-full.ts'
import { listFiles } from './list-files.ts'
import { currentRelease, releaseFolder } from './releases.ts'
import { publicDir } from './tree/layout.ts'
import { anyEdit, perform } from './test/edits.ts'
import {
  code,
  differences,
  siteUnderTest,
  siteUrl,
  releaseTree,
  type SiteUnderTest,
} from './test/siteUnderTest.ts'
import { startTestCms, type TestCms } from './test/testCms.ts'

/*
 * What editors publish while the service is killed and the disk is full. Every publish also writes its number into one
 * article, which stands on five pages: at rest all five must tell the same number, and never a smaller one than before.
 */

const secret = 'x'.repeat(32)
const kills = 50
const fullDisks = 10
const marker = 'n-marker'
const pages = ['/novosti/otmetka/', '/', '/novosti/', '/novosti/rss.xml', '/novosti/tema/council/']

let site: SiteUnderTest
let cms: TestCms
let siteDir: string
let service: { process: ChildProcess; url: string } | null = null
let server: Server
let siteSeen = () => siteDir

beforeAll(async () => {
  site = await siteUnderTest()
}, 120_000)
afterAll(() => site.remove())

afterEach(async () => {
  await kill()
  server.closeAllConnections()
  server.close()
  cms.stop()
  siteSeen = () => siteDir
})

const begin = async () => {
  siteDir = site.newSiteDir()
  cms = await startTestCms(site.content(), secret)
  mark(0)
  server = createServer((request, response) => void serveSite(siteSeen(), request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

let number = 0
const mark = (next: number) => {
  number = next
  const [model] = cms.docs('news')
  cms.save('news', marker, {
    ...structuredClone(model!),
    id: marker,
    title: `Отметка № ${number}.`,
    slug: 'otmetka',
    topic: 'council',
    // The newest of all: it stands on the home page whatever else is published.
    publishedAt: '2027-12-31T08:59:00.000Z',
  })
}

const start = async (wrap: (command: string[]) => string[] = (command) => command) => {
  const options = {
    siteDir,
    mediaDir: site.mediaDir,
    cmsUrl: cms.url,
    siteUrl,
    secret,
    code,
    port: 0,
    retryPauses: [100],
  }
  const [command = '', ...args] = wrap([
    process.execPath,
    join(import.meta.dirname, 'test', 'serviceProcess.ts'),
    JSON.stringify(options),
  ])
  const child = spawn(command, args, {
    // A group of its own: it is killed with its resident process.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], PORTAL_NOW: fixtureNow.toISOString() },
  })
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  service = { process: child, url }
}

const kill = async () => {
  const running = service?.process
  service = null
  if (!running?.pid || running.exitCode !== null || running.signalCode !== null) return
  const { pid } = running
  process.kill(-pid, 'SIGKILL')
  await once(running, 'exit')
  // The resident process may still be inside its last system call: only when all are gone is the site at rest.
  await vi.waitFor(() => expect(isGroupAlive(pid)).toBe(false), { timeout: 10_000, interval: 2 })
}

const isGroupAlive = (group: number): boolean => {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false // nobody is left in it
  }
}

/** A service that has just been killed takes nothing: at its next start it asks the CMS. */
const publish = async () => {
  const body = JSON.stringify({ revision: cms.state.revision, changes: [], sentAt: new Date().toISOString() })
  const headers = { [signatureHeader]: sign(body, secret) }
  await fetch(`${service?.url}/`, { method: 'POST', body, headers }).catch(() => undefined)
}

const status = async () => {
  const reply = (await (await fetch(`${service?.url}/status`)).json()) as {
    liveRevision: number
    wanted: object | null
    publishes: { error?: string }[]
  } // service.ts
  return { ...reply, error: reply.publishes.at(-1)?.error ?? null }
}

const untilLive = () =>
  vi.waitFor(
    async () =>
      expect(await status()).toMatchObject({ liveRevision: cms.state.revision, wanted: null, error: null }),
    { timeout: 60_000, interval: 50 },
  )

/** The number that each page tells, through the portal's own server. */
const numbers = async (): Promise<number[]> => {
  const { port } = server.address() as AddressInfo
  return Promise.all(
    pages.map(async (page) => {
      const response = await fetch(`http://127.0.0.1:${port}${page}`)
      expect(response.status, page).toBe(200)
      return Number(/Отметка\s№\s(\d+)\./u.exec((await response.text()).replaceAll('&nbsp;', ' '))?.[1])
    }),
  )
}

/** All pages are of one publish, not older than `least`; which one. */
const oneGeneration = async (least: number): Promise<number> => {
  const [first = Number.NaN, ...others] = await numbers()
  expect(others).toEqual(others.map(() => first))
  expect(first).toBeGreaterThanOrEqual(least)
  return first
}

it(`serves one whole generation after each of ${kills} kills at random moments, and ends as a clean build`, async () => {
  await begin()
  await start()
  await untilLive()
  const edits = fc.sample(anyEdit, { numRuns: kills * 10, seed: 7 }).filter(({ kind }) => kind !== 'clock')
  const pauses = fc.sample(fc.integer({ min: 0, max: 120 }), { numRuns: kills, seed: 7 })
  let live = 0
  let cut = 0
  for (const [round, pause] of pauses.entries()) {
    for (const edit of edits.splice(0, 1 + (round % 9))) perform(cms, edit)
    mark(number + 1)
    await publish()
    await sleep(pause)
    await kill()
    live = await oneGeneration(live)
    if (live < number) cut += 1
    await start()
    if (round % 2 === 0) await untilLive()
  }
  await untilLive()
  expect(await oneGeneration(live)).toBe(number)
  // Otherwise the kills came too late to show anything.
  expect(cut).toBeGreaterThan(kills / 10)
  await vi.waitFor(async () => expect(await differencesFromClean()).toEqual([]), {
    timeout: 30_000,
    interval: 500,
  })
}, 600_000)

it(`keeps the old site whole through ${fullDisks} full disks, and publishes when there is room`, async () => {
  await begin()
  await start((command) => onSmallDisk({ folder: siteDir, command, megabytes: 160 }))
  siteSeen = () => `/proc/${service?.process.pid}/root${siteDir}`
  await untilLive()
  const ballast = () => join(siteSeen(), 'ballast')
  const edits = fc.sample(anyEdit, { numRuns: fullDisks * 5, seed: 8 }).filter(({ kind }) => kind !== 'clock')
  let failures = 0
  for (let round = 0; round < fullDisks; round += 1) {
    fillDisk(ballast(), round * 20_000)
    for (const edit of edits.splice(0, 5)) perform(cms, edit)
    const before = number
    mark(number + 1)
    await publish()
    await sleep(300)
    if ((await oneGeneration(before)) === before) failures += 1
    rmSync(ballast())
    // What the service could not write down it has not taken: the CMS sends it again.
    await publish()
    await untilLive()
    expect(await oneGeneration(before)).toBe(number)
  }
  expect(failures).toBeGreaterThan(fullDisks / 2)
  await vi.waitFor(async () => expect(await differencesFromClean()).toEqual([]), {
    timeout: 30_000,
    interval: 500,
  })
}, 300_000)

/** Writes until nothing more goes in, then gives `left` bytes back. */
const fillDisk = (path: string, left: number) => {
  const block = Buffer.alloc(16_384)
  try {
    for (;;) appendFileSync(path, block)
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
  truncateSync(path, Math.max(0, statSync(path).size - left))
}

let clean: { revision: number; tree: Map<string, string> } | null = null

const differencesFromClean = async (): Promise<string[]> => {
  if (clean?.revision !== cms.state.revision)
    clean = { revision: cms.state.revision, tree: await site.cleanBuild(cms.content, fixtureNow) }
  const release = await currentRelease(siteSeen())
  const folder = releaseFolder(siteSeen(), release?.id ?? '')
  expect(listFiles(publicDir(folder)).size).toBeGreaterThan(100)
  return differences(releaseTree(folder), clean.tree)
}
