import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Cms } from './cms.ts'
import { currentRelease } from './staticFiles.ts'

/** GET /healthz, for a watcher and for the admin's outage notice. Says nothing that a stranger could use. */
export const sendHealth = async (res: ServerResponse, { cms, siteDir }: { cms: Cms; siteDir: string }) => {
  const state = cms.state()
  const body = {
    process: 'up',
    cms: state === 'starting' ? 'starting' : 'up',
    database: state === 'up' ? 'up' : 'down',
    liveRevision: await liveRevision(siteDir),
    uptimeSeconds: Math.round(process.uptime()),
  }
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Cache-Control', 'no-store')
  // The site is served whatever the CMS does, so the process is healthy as long as it answers.
  res.writeHead(200).end(JSON.stringify(body))
}

/** The revision of the release that residents see, or null before the first one. */
const liveRevision = async (siteDir: string): Promise<number | null> => {
  const release = await currentRelease(siteDir)
  if (!release) return null
  try {
    const facts: unknown = JSON.parse(await readFile(join(release, 'release.json'), 'utf8'))
    const isKnown = typeof facts === 'object' && facts !== null && 'revision' in facts
    return isKnown && typeof facts.revision === 'number' ? facts.revision : null
  } catch {
    return null // a release put there by hand has no such file
  }
}
