import { setTimeout as sleep } from 'node:timers/promises'
import { figure, print, printRatio } from './figures.ts'
import { treeMemory } from './memory-of.ts'
import { startPlainNext } from './plain-next.ts'
import { logIn, startRunningPortal } from './running-portal.ts'

const requests = 500
const paths = ['/admin', '/admin/collections/news', '/api/news?limit=20&depth=1', '/admin/collections/events']

/** PSS of everything that runs: idle after the start, and after 500 requests of a logged-in editor. */
export const benchMemory = async (dataDir: string): Promise<void> => {
  const unit = 'MiB'
  const portal = await startRunningPortal(dataDir)
  const pid = portal.process.pid ?? 0
  await sleep(5_000)
  print(figure({ bench: 'memory', variant: 'idle', unit }, [treeMemory(pid)]))
  await use(portal.url, dataDir)
  const busy = figure({ bench: 'memory', variant: `after ${requests} admin requests`, unit }, [
    treeMemory(pid),
  ])
  print(busy)
  await portal.stop()

  const next = await startPlainNext(dataDir)
  await use(next.url, dataDir)
  // The database of the peer runs under this process, which needs memory of its own too.
  const peer = figure({ bench: 'memory', variant: 'next start, database and this runner', unit }, [
    treeMemory(process.pid),
  ])
  await next.stop()
  print(peer)
  printRatio(busy, peer)
}

const use = async (url: string, dataDir: string) => {
  const session = await logIn(url, dataDir)
  for (let number = 0; number < requests; number += 1) {
    const response = await session.get(paths[number % paths.length] ?? '/admin')
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
  }
}
