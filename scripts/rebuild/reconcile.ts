import { setTimeout as sleep } from 'node:timers/promises'
import { currentRelease, readPin, type Release } from './releases.ts'
import type { Queue, Wanted } from './queue.ts'
import { fetchRevision, SnapshotError } from './snapshot-file.ts'

/**
 * At boot: compares the site on disk with the code and with the content of the CMS, and asks for a build where they
 * differ. Waits for the CMS as long as it takes.
 */
export const reconcile = async (options: {
  queue: Queue
  siteDir: string
  cmsUrl: string
  code: string
  signal: AbortSignal
}): Promise<void> => {
  const { queue, siteDir, cmsUrl, code, signal } = options
  const contentRevision = await waitForRevision(cmsUrl, signal)
  if (contentRevision === null) return
  const current = await currentRelease(siteDir)
  const known = Math.max(queue.read().acceptedRevision, current?.revision ?? 0)
  // Another database (new, or restored from a copy): its numbers start lower, and it must still be able to publish.
  if (contentRevision < known) await queue.resetTo(contentRevision)
  else if (current) await queue.setLive({ revision: current.revision, at: current.liveAt })
  if (await readPin(siteDir)) return
  const reason = contentRevision < known ? 'content' : reasonToBuild(current, code, contentRevision)
  if (reason) await queue.want(reason)
}

export const reasonToBuild = (
  current: Release | null,
  code: string,
  contentRevision: number,
): Wanted['reason'] | null => {
  if (!current) return 'first'
  if (current.code !== code) return 'code'
  return contentRevision > current.revision ? 'content' : null
}

const waitForRevision = async (cmsUrl: string, signal: AbortSignal): Promise<number | null> => {
  while (!signal.aborted) {
    try {
      return await fetchRevision(cmsUrl)
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error
      await sleep(500, undefined, { signal }).catch(() => {}) // aborted: the loop ends
    }
  }
  return null
}
