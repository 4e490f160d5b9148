import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPortal, type Portal } from '../test/openPortal.ts'
import { startSigner } from '../test/startSigner.ts'
import { faultsOf, manifestFile } from './manifest.schema.ts'
import { readNoticeKey } from './noticeKey.ts'
import { signManifests } from './signManifests.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal(inject('databaseUrl'))
})
afterAll(() => portal.close())

const edition = (number: number, publishedAt: string) =>
  portal.payload.create({
    collection: 'editions',
    data: {
      title: 'Уведомление',
      hearing: 'a'.repeat(24),
      edition: number,
      publishedAt,
      content: '{}',
      sha256: String(number).repeat(64),
    },
    depth: 0,
    disableTransaction: true,
  })

const manifests = async () => {
  const { docs } = await portal.payload.find({
    collection: 'manifests',
    sort: 'day',
    pagination: false,
    depth: 0,
  })
  return docs.map(manifestFile)
}

describe('signed manifests', () => {
  it('sign each day once after midnight in Moscow, whoever tries at the same time', async () => {
    await edition(1, '2026-11-20T10:00:00.000Z')
    await edition(2, '2026-11-24T20:59:59.000Z')
    await edition(3, '2026-11-24T21:00:01.000Z') // the 25th in Moscow
    const now = new Date('2026-11-24T21:00:02.000Z')
    await Promise.all([1, 2, 3].map(() => signManifests(portal.payload, now)))
    await signManifests(portal.payload, new Date('2026-11-25T20:59:00.000Z'))
    const [only, ...more] = await manifests()
    expect(more).toEqual([])
    expect(only).toMatchObject({ day: '2026-11-24', previous: '', signedAt: now.toISOString() })
    expect(only?.editions.map(({ edition }) => edition)).toEqual([1, 2])
  })

  it('catch up days on which the portal stood still, and what was written late', async () => {
    await edition(4, '2026-11-24T12:00:00.000Z') // its transaction ended after the day was signed
    await edition(5, '2026-11-27T12:00:00.000Z')
    await Promise.all([1, 2].map(() => signManifests(portal.payload, new Date('2026-11-28T06:00:00.000Z'))))
    const all = await manifests()
    expect(all.map(({ day, editions }) => [day, editions.map(({ edition }) => edition)])).toEqual([
      ['2026-11-24', [1, 2]],
      ['2026-11-25', [4, 3]],
      ['2026-11-26', []],
      ['2026-11-27', [5]],
    ])
    expect(await faultsOf(all)).toEqual([])
  })

  it('are signed once, in one chain, by processes that sign at the same time', async () => {
    const { host, name, port } = portal.payload.db.connection
    expect(name).toMatch(/^test_/)
    const url = new URL(inject('databaseUrl'))
    url.pathname = `/${name}`
    expect([host, String(port)]).toEqual([url.hostname, url.port])
    await edition(6, '2026-12-02T12:00:00.000Z')
    const options = { dataDir: portal.dataDir, now: '2026-12-08T06:00:00.000Z' }
    const signers = await Promise.all([1, 2, 3].map(() => startSigner(url.href, options)))
    expect(new Set(signers.map(({ pid }) => pid)).size).toBe(3)
    await Promise.all(signers.map(({ sign }) => sign()))
    const all = await manifests()
    expect(all.slice(4).map(({ day }) => day)).toEqual([
      ...['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'],
      ...['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'],
    ])
    expect(await faultsOf(all)).toEqual([])
    expect(all.flatMap(({ editions }) => editions.map(({ edition }) => edition))).toEqual([1, 2, 4, 3, 5, 6])
  })

  it('are signed by one key that only the portal can read, made once by two at the same time', async () => {
    const dir = join(portal.dataDir, 'another')
    const keys = await Promise.all([1, 2, 3, 4].map(() => readNoticeKey(dir)))
    expect(new Set(keys.map((key) => key.public)).size).toBe(1)
    expect((await stat(join(dir, 'notice-key.pem'))).mode & 0o777).toBe(0o600)
  })
})
