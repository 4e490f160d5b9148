import { mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { replaceFile, syncFolder } from './durable-json.ts'

/** What a finished release says about itself (releases/<id>/release.json, written last). */
export type Release = {
  id: string
  revision: number
  /** Hash of everything the pages depend on besides the content; see portal/inputs-hash.ts. */
  code: string
  builtAt: string
  /** Counts the publishes into this release, see tree/layout.ts. */
  generation: number
  /** When the last of them became live. */
  liveAt: string
}

/** Set by a rollback: the site stays as it was before that publish until the next one. */
export type Pin = { generation: number; at: string }

/** The current one, and the one before the templates changed last. */
export const keptReleases = 2

/** Release ids sort by time: 20261123T175212345-r42. */
export const releaseId = (at: Date, revision: number): string =>
  `${at.toISOString().replace(/[-:.Z]/g, '')}-r${revision}`

export const releaseFolder = (siteDir: string, id: string): string => join(siteDir, 'releases', id)

export const writeRelease = (siteDir: string, release: Release): Promise<void> =>
  replaceFile(join(releaseFolder(siteDir, release.id), 'release.json'), JSON.stringify(release))

/** Notes what a publish has done to a release. Not flushed: the publish itself is, and is done again after a crash. */
export const updateRelease = async (
  folder: string,
  change: Partial<Pick<Release, 'revision' | 'generation' | 'liveAt'>>,
): Promise<void> => {
  const path = join(folder, 'release.json')
  // Written whole by writeRelease.
  const release = JSON.parse(await readFile(path, 'utf8')) as Release
  await writeFile(`${path}.new`, JSON.stringify({ ...release, ...change }))
  await rename(`${path}.new`, path)
}

/** Finished releases, oldest first. A folder without release.json is a build that was cut off. */
export const listReleases = async (siteDir: string): Promise<Release[]> => {
  const ids = await readdir(join(siteDir, 'releases')).catch(() => [])
  const releases = await Promise.all(ids.sort().map((id) => readRelease(siteDir, id)))
  return releases.filter((release) => release !== null)
}

export const currentRelease = async (siteDir: string): Promise<Release | null> => {
  const target = await readlink(join(siteDir, 'current')).catch(() => null)
  return target ? readRelease(siteDir, target.slice('releases/'.length)) : null
}

/** Points `current` at a release in one step: a reader opens files of the old release or of the new one. */
export const switchTo = async (siteDir: string, id: string): Promise<void> => {
  const aside = join(siteDir, `current.${process.pid}`)
  await rm(aside, { force: true })
  await symlink(join('releases', id), aside)
  await rename(aside, join(siteDir, 'current'))
  await syncFolder(siteDir)
}

/** Deletes half-built folders and all but the newest good releases; never the current one or `keep`. */
export const pruneReleases = async (siteDir: string, keep: string[] = []): Promise<void> => {
  const current = await currentRelease(siteDir)
  const newest = (await listReleases(siteDir)).slice(-keptReleases).map((release) => release.id)
  const spared = new Set([...newest, ...keep, ...(current ? [current.id] : [])])
  for (const id of await readdir(join(siteDir, 'releases')).catch(() => [])) {
    if (!spared.has(id)) await removeRelease(siteDir, id)
  }
}

export const removeRelease = (siteDir: string, id: string): Promise<void> =>
  rm(releaseFolder(siteDir, id), { recursive: true, force: true })

export const readPin = async (siteDir: string): Promise<Pin | null> => {
  const path = pinPath(siteDir)
  // Written whole by writePin below.
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Pin) : null
}

export const writePin = async (siteDir: string, pin: Pin): Promise<void> => {
  await mkdir(dirname(pinPath(siteDir)), { recursive: true })
  await replaceFile(pinPath(siteDir), JSON.stringify(pin))
}

export const removePin = (siteDir: string): Promise<void> => rm(pinPath(siteDir), { force: true })

const pinPath = (siteDir: string) => join(siteDir, 'pin.json')

const readRelease = async (siteDir: string, id: string): Promise<Release | null> => {
  try {
    // Written whole by writeRelease above.
    return JSON.parse(await readFile(join(releaseFolder(siteDir, id), 'release.json'), 'utf8')) as Release
  } catch {
    return null // being built, or cut off
  }
}
