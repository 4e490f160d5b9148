import { readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { QueueState } from '../../rebuild/queue.ts'
import { logIn, runCommand, startRunningPortal, type Session } from '../running-portal.ts'
import { residentOf, untilQuiet } from './resident.ts'

/** The whole portal, running, at rest, with as many synthetic news as asked for beside the demo data. */
export type ScaledPortal = {
  url: string
  news: number
  session: Session
  /** Pid of the process that renders. */
  resident: number
  /** What the service has written down of its last hundred publishes. */
  publishes: () => QueueState['publishes']
}

export const withPortal = async <T>(
  { dataDir, news }: { dataDir: string; news: number },
  work: (portal: ScaledPortal) => Promise<T>,
): Promise<T> => {
  announce(`${news} news: seed and start`)
  await runCommand('seed/index.ts', ['--scale', String(news)], dataDir)
  const siteDir = join(dataDir, 'site')
  // The volume goes in beside the model, so the site does not know of it: built anew.
  rmSync(siteDir, { recursive: true, force: true })
  const portal = await startRunningPortal(dataDir)
  try {
    const resident = residentOf(portal.process.pid ?? 0)
    await untilQuiet(resident)
    return await work({
      url: portal.url,
      news,
      session: await logIn(portal.url, dataDir),
      resident,
      // Written by the service, whole at any moment.
      publishes: () =>
        (JSON.parse(readFileSync(join(siteDir, 'queue.json'), 'utf8')) as QueueState).publishes,
    })
  } finally {
    await portal.stop()
  }
}

/** Says on stderr what comes now, and how busy the machine is with other things. */
export const announce = (part: string): void => {
  const [load = 0] = loadavg()
  console.error(`[${new Date().toISOString().slice(11, 19)}, load ${load.toFixed(1)}] ${part}`)
}
