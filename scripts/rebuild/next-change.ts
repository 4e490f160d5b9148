import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { currentRelease, releaseFolder } from './releases.ts'

const longestTimer = 24 * 3600_000

/**
 * Some pages change by time alone: an event begins, a day ends. Each build says when that happens next
 * (app/build.json); then the site is built again. Returns what stops the waiting.
 */
export const watchNextChange = (siteDir: string, onChange: () => void) => {
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    clearTimeout(timer)
    const at = await nextChange(siteDir)
    if (at === null) return
    const wait = Math.max(0, at - Date.now())
    timer = setTimeout(wait > longestTimer ? () => void look() : onChange, Math.min(wait, longestTimer))
    timer.unref()
  }
  return { look, stop: () => clearTimeout(timer) }
}

/** Milliseconds since 1970; null when nothing changes by itself, or the release does not say. */
const nextChange = async (siteDir: string): Promise<number | null> => {
  const release = await currentRelease(siteDir)
  if (!release) return null
  const path = join(releaseFolder(siteDir, release.id), 'app', 'build.json')
  const facts: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => null)
  if (typeof facts !== 'object' || facts === null || !('nextChange' in facts)) return null
  const at = Date.parse(String(facts.nextChange))
  // A build made for a moment in the past (tests) would otherwise follow itself at once, for ever.
  return at > Date.parse(release.builtAt) ? at : null
}
