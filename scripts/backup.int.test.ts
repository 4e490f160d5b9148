import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { faultsOf, manifestFile } from '../collections/Manifests/manifest.schema.ts'
import { signManifests } from '../collections/Manifests/signManifests.ts'
import type { Manifest } from '../collections/payload-types.ts'
import { openPortal, type Portal } from '../collections/test/openPortal.ts'
import { startSigner } from '../collections/test/startSigner.ts'
import { readOrCreateSecrets } from './portal/secrets.ts'

let portal: Portal
let folder: string
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
})
afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true })
})

const urlOf = (database: string) => {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${database}`
  return url.href
}

const run = async (script: string, args: string[], env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  await once(child, 'exit')
  expect(child.exitCode, (await said).join('\n')).toBe(0)
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

it('restores key and secrets for their owner alone, and the restored portal continues the chain', async () => {
  const name = portal.payload.db.connection.name
  const secrets = await readOrCreateSecrets(portal.dataDir, {})
  await signManifests(portal.payload, new Date('2026-11-25T06:00:00.000Z'))
  const archive = join(folder, 'portal.tar.gz')
  // One of yesterday that everybody could read.
  await writeFile(archive, '')
  await chmod(archive, 0o644)
  await run('backup.ts', [archive], { DATABASE_URL: urlOf(name), DATA_DIR: portal.dataDir })
  expect(await modeOf(archive)).toBe(0o600)

  const dataDir = join(folder, 'restored')
  const restored = `${name}_restored`
  const client = new MongoClient(urlOf(restored))
  try {
    await run('restore.ts', [archive], { DATABASE_URL: urlOf(restored), DATA_DIR: dataDir })
    for (const file of ['notice-key.pem', 'secrets.json']) {
      expect(await modeOf(join(dataDir, file))).toBe(0o600)
      expect(await readFile(join(dataDir, file))).toEqual(await readFile(join(portal.dataDir, file)))
    }
    expect(await readOrCreateSecrets(dataDir, {})).toEqual(secrets)
    const signer = await startSigner(urlOf(restored), { dataDir, now: '2026-11-27T06:00:00.000Z' })
    await signer.sign()
    const kept = await client.db().collection<Manifest>('manifests').find().sort({ day: 1 }).toArray()
    const all = kept.map((each) => manifestFile({ ...each, signedAt: new Date(each.signedAt).toISOString() }))
    expect(all.map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
    expect(await faultsOf(all)).toEqual([])
  } finally {
    await client.db().dropDatabase()
    await client.close()
  }
})
