import { readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAstroBuild } from '../rebuild/astro-build.ts'
import { figure, print, printRatio } from './figures.ts'
import { logIn, runCommand, startRunningPortal } from './running-portal.ts'

const sizes = [1000, 5000]
const publishes = 5

/** From the editor's save to the new bytes on the public page, at 1,000 and 5,000 news. */
export const benchPublish = async (dataDir: string): Promise<void> => {
  const unit = 's'
  await (await startRunningPortal(dataDir)).stop() // demo data
  for (const size of sizes) {
    await runCommand('seed/index.ts', ['--scale', String(size)], dataDir)
    // The volume goes in beside the model, so the site does not know of it: built anew.
    rmSync(join(dataDir, 'site'), { recursive: true, force: true })
    const portal = await startRunningPortal(dataDir)
    const session = await logIn(portal.url, dataDir)
    const latencies: number[] = []
    for (let number = 0; number < publishes; number += 1) {
      latencies.push((await publishOnce(portal.url, session, number)) / 1000)
    }
    const ours = figure({ bench: 'publish', variant: `save to bytes, ${size} news`, unit }, latencies)
    print(ours)

    const builds: number[] = []
    for (let number = 0; number < 3; number += 1) builds.push((await plainBuild(dataDir, portal.url)) / 1000)
    const peer = figure({ bench: 'publish', variant: `plain astro build, ${size} news`, unit }, builds)
    print(peer)
    printRatio(ours, peer)
    await portal.stop()
  }
}

type Session = Awaited<ReturnType<typeof logIn>>

const publishOnce = async (url: string, session: Session, number: number): Promise<number> => {
  const path = '/api/news?limit=1&sort=-publishedAt&where[_status][equals]=published&depth=0'
  const { docs } = (await (await session.get(path)).json()) as { docs: { id: string; slug: string }[] }
  const [news] = docs
  if (!news) throw new Error('There is no news to change')
  const title = `Замер публикации ${number} ${Date.now()}`
  const started = performance.now()
  await session.send('PATCH', `/api/news/${news.id}`, { title, _status: 'published' })
  for (;;) {
    const page = await (await fetch(`${url}/novosti/${news.slug}/`)).text()
    if (page.includes(title)) return performance.now() - started
    if (performance.now() - started > 300_000) throw new Error('The change was not live in five minutes')
    await sleep(20)
  }
}

const plainBuild = async (dataDir: string, siteUrl: string): Promise<number> => {
  const folder = join(dataDir, 'plain-build')
  const current = join(dataDir, 'site', readlinkSync(join(dataDir, 'site', 'current')))
  const started = performance.now()
  await runAstroBuild({
    folder,
    snapshotFile: join(current, 'snapshot.ndjson'),
    siteUrl,
    cmsUrl: siteUrl,
    mediaDir: join(dataDir, 'media'),
    logFile: join(dataDir, 'plain-build.log'),
  })
  const time = performance.now() - started
  rmSync(folder, { recursive: true })
  return time
}
