import { createECDH } from 'node:crypto'
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
  const given = {
    PAYLOAD_SECRET: 'a'.repeat(40),
    REBUILD_SECRET: 'b'.repeat(40),
    VAPID_PUBLIC_KEY: 'c',
    VAPID_PRIVATE_KEY: 'd',
  }
  expect(await readOrCreateSecrets(dataDir, given)).toEqual(given)
  expect(() => statSync(join(dataDir, 'secrets.json'))).toThrow()
})

it('makes the keys of notifications as a pair, and none to half of a pair that was given', async () => {
  const { VAPID_PUBLIC_KEY = '', VAPID_PRIVATE_KEY = '' } = await readOrCreateSecrets(dataDir, {})
  const keys = createECDH('prime256v1')
  keys.setPrivateKey(Buffer.from(VAPID_PRIVATE_KEY, 'base64url'))
  expect(keys.getPublicKey('base64url')).toBe(VAPID_PUBLIC_KEY)
  expect(Buffer.from(VAPID_PRIVATE_KEY, 'base64url')).toHaveLength(32)
  const other = mkdtempSync(join(tmpdir(), 'secrets-'))
  expect(await readOrCreateSecrets(other, { VAPID_PUBLIC_KEY: 'c' })).toMatchObject({ VAPID_PRIVATE_KEY: '' })
  rmSync(other, { recursive: true })
})

it('never replaces a damaged file, which would log every editor out', async () => {
  writeFileSync(join(dataDir, 'secrets.json'), '{"PAYLOAD')
  await expect(readOrCreateSecrets(dataDir, {})).rejects.toThrow(/повреждён/)
})
