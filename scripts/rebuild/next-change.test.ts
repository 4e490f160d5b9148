import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchNextChange } from './next-change.ts'
import { switchTo, writeRelease } from './releases.ts'

const builtAt = '2026-11-23T09:00:00.000Z'
let siteDir: string
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'next-change-'))
  vi.useFakeTimers({ now: new Date(builtAt), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(siteDir, { recursive: true })
})

const release = async (facts: string) => {
  const app = join(siteDir, 'releases', 'a', 'app')
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'build.json'), facts)
  const made = { id: 'a', revision: 1, code: 'c', builtAt }
  await writeRelease(siteDir, made)
  await switchTo(siteDir, made, 'publish')
}

it('asks for a build at the moment an event begins, not before', async () => {
  await release('{"revision":1,"nextChange":"2026-11-23T11:00:00.000Z"}')
  const onChange = vi.fn()
  await watchNextChange(siteDir, onChange).look()
  vi.advanceTimersByTime(2 * 3600_000 - 1)
  expect(onChange).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(onChange).toHaveBeenCalledOnce()
})

it('builds nothing for a release that names a moment before its own build, or none', async () => {
  const onChange = vi.fn()
  for (const facts of ['{"nextChange":"2026-11-23T08:00:00.000Z"}', '{}', 'broken']) {
    await release(facts)
    await watchNextChange(siteDir, onChange).look()
  }
  vi.advanceTimersByTime(48 * 3600_000)
  expect(onChange).not.toHaveBeenCalled()
})
