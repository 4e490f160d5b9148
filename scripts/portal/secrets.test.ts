import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readOrCreateSecrets } from './secrets.ts'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'secrets-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

it('makes long secrets once, readable by the owner only', async () => {
  const first = await readOrCreateSecrets(dataDir, {})
  expect(first['PAYLOAD_SECRET']).toMatch(/^[0-9a-f]{64}$/)
  expect(first['REBUILD_SECRET']).not.toBe(first['PAYLOAD_SECRET'])
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(await readOrCreateSecrets(dataDir, {})).toEqual(first)
})

it('leaves given secrets alone and does not write them down', async () => {
  const given = { PAYLOAD_SECRET: 'a'.repeat(40), REBUILD_SECRET: 'b'.repeat(40) }
  expect(await readOrCreateSecrets(dataDir, given)).toEqual(given)
  expect(() => statSync(join(dataDir, 'secrets.json'))).toThrow()
})

it('never replaces a damaged file, which would log every editor out', async () => {
  writeFileSync(join(dataDir, 'secrets.json'), '{"PAYLOAD')
  await expect(readOrCreateSecrets(dataDir, {})).rejects.toThrow(/повреждён/)
})
