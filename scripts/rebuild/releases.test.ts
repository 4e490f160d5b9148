import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  currentRelease,
  keptReleases,
  listReleases,
  pruneReleases,
  switchTo,
  writeRelease,
} from './releases.ts'

let siteDir: string
beforeEach(() => void (siteDir = mkdtempSync(join(tmpdir(), 'releases-'))))
afterEach(() => rmSync(siteDir, { recursive: true }))

const make = async (id: string, revision: number) => {
  mkdirSync(join(siteDir, 'releases', id, 'public'), { recursive: true })
  writeFileSync(join(siteDir, 'releases', id, 'public', 'index.html'), `${id} `.repeat(20_000))
  const at = '2026-01-01T00:00:00.000Z'
  const release = { id, revision, code: 'c', builtAt: at, generation: 0, liveAt: at }
  await writeRelease(siteDir, release)
  return release
}

it('shows readers the old page or the new one, whole, at every moment of 300 switches', async () => {
  const releases = [await make('a', 1), await make('b', 2)] as const
  await switchTo(siteDir, releases[0].id)
  const wholes = new Set(releases.map(({ id }) => `${id} `.repeat(20_000)))
  let isSwitching = true
  let reads = 0
  const reader = async () => {
    while (isSwitching) {
      const text = await readFile(join(siteDir, 'current', 'public', 'index.html'), 'utf8')
      expect(wholes.has(text)).toBe(true)
      reads += 1
    }
  }
  const readers = Array.from({ length: 8 }, reader)
  for (let turn = 0; turn < 300; turn += 1) await switchTo(siteDir, releases[turn % 2 === 0 ? 1 : 0].id)
  isSwitching = false
  await Promise.all(readers)
  expect(reads).toBeGreaterThan(100)
})

it('keeps the newest good releases and the current one, and removes builds that were cut off', async () => {
  const oldest = await make('000', 0)
  await switchTo(siteDir, oldest.id)
  for (let number = 1; number <= keptReleases + 2; number += 1) await make(`00${number}`, number)
  mkdirSync(join(siteDir, 'releases', 'half', 'public'), { recursive: true })
  await pruneReleases(siteDir)
  expect((await currentRelease(siteDir))?.id).toBe('000')
  expect((await listReleases(siteDir)).map(({ id }) => id)).toEqual(['000', '003', '004'])
  expect(readdirSync(join(siteDir, 'releases'))).not.toContain('half')
})
