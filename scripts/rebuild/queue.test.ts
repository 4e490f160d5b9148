import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openQueue } from './queue.ts'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'queue-'))))
afterEach(() => rm(folder, { recursive: true }))

const open = () => openQueue(join(folder, 'queue.json'))
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()
const publish = (revision: number) => ({ revision, changes: [{ collection: 'news', id: String(revision) }] })
const live = (revision: number, second: number) => ({
  at: at(second),
  durationMs: 1000,
  reason: 'publish' as const,
  outcome: { state: 'live' as const, revision, held: [] },
})

describe('accepting', () => {
  it('refuses a replay and an older revision, and says which one is newest', async () => {
    const queue = await open()
    expect((await queue.accept(publish(7))).isAccepted).toBe(true)
    expect(await queue.accept(publish(7))).toEqual({ isAccepted: false, latestRevision: 7 })
    expect(await queue.accept(publish(3))).toEqual({ isAccepted: false, latestRevision: 7 })
    expect(queue.read().wanted?.revision).toBe(7)
  })

  it('has every accepted revision on disk before it answers', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    const onDisk: unknown = JSON.parse(await readFile(join(folder, 'queue.json'), 'utf8'))
    expect(onDisk).toMatchObject({ acceptedRevision: 1, wanted: { revision: 1 } })
  })

  it('takes a burst of 1,000 in any order as one wanted build of the newest', async () => {
    const queue = await open()
    const revisions = Array.from({ length: 1000 }, (_, index) => ((index * 7) % 1000) + 1)
    const answers = await Promise.all(revisions.map((revision) => queue.accept(publish(revision))))
    expect(queue.read()).toMatchObject({ acceptedRevision: 1000, wanted: { revision: 1000 } })
    expect(answers.filter(({ isAccepted }) => isAccepted).length).toBeGreaterThan(0)
    expect((await open()).read().acceptedRevision).toBe(1000)
  })

  it('keeps the old state in force when the disk refuses the new one', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    await rm(folder, { recursive: true })
    await expect(queue.accept(publish(2))).rejects.toThrow()
    expect(queue.read().acceptedRevision).toBe(1)
    folder = await mkdtemp(join(tmpdir(), 'queue-'))
  })
})

describe('building', () => {
  it('coalesces what arrives during a build into one further build', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    await queue.accept(publish(2))
    await queue.accept(publish(3))
    await queue.finish(live(1, 2))
    expect(queue.read()).toMatchObject({ liveRevision: 1, wanted: { revision: 3 } })
    await queue.finish(live(3, 4))
    expect(queue.read()).toMatchObject({ liveRevision: 3, wanted: null })
  })

  it('needs no further build when the snapshot already held what arrived', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    await queue.accept(publish(2))
    await queue.finish(live(2, 2))
    expect(queue.read()).toMatchObject({ liveRevision: 2, wanted: null })
  })

  it('gives up on a fault of the content until the next publish', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    const outcome = { state: 'failed' as const, revision: 1, error: 'нет обложки', isRetried: false }
    await queue.finish({ at: at(2), durationMs: 5, reason: 'publish', outcome })
    expect(queue.read().wanted).toBeNull()
    expect(queue.read().publishes.at(-1)).toMatchObject({ state: 'failed', error: 'нет обложки' })
    expect((await queue.accept(publish(2))).isAccepted).toBe(true)
  })

  it('keeps wanting what failed for a reason outside the content', async () => {
    const queue = await open()
    await queue.accept(publish(1))
    const outcome = { state: 'failed' as const, revision: 1, error: 'нет места', isRetried: true }
    await queue.finish({ at: at(2), durationMs: 5, reason: 'publish', outcome })
    expect(queue.read().wanted).toMatchObject({ revision: 1, attempts: 1 })
  })

  it('still wants after a crash what it had accepted', async () => {
    await (await open()).accept(publish(5))
    expect((await open()).read().wanted?.revision).toBe(5)
  })

  it('keeps the documents that are held back through a failure, and tells the CMS of them', async () => {
    const queue = await open()
    const held = [{ collection: 'news', id: '1', title: 'Двор', error: 'нет обложки' }]
    await queue.finish({ ...live(1, 1), outcome: { state: 'live', revision: 1, held } })
    const outcome = { state: 'failed' as const, revision: 2, error: 'нет места', isRetried: true }
    await queue.finish({ at: at(2), durationMs: 5, reason: 'publish', outcome })
    expect(queue.read().held).toEqual(held)
    expect(queue.read().outbox).toMatchObject([
      { revision: 1, held },
      { revision: 2, error: 'нет места' },
    ])
  })

  it('keeps the last 100 publishes', async () => {
    const queue = await open()
    for (let revision = 1; revision <= 103; revision += 1) {
      await queue.finish(live(revision, revision))
    }
    expect(
      queue
        .read()
        .publishes.map(({ revision }) => revision)
        .at(0),
    ).toBe(4)
    expect(queue.read().publishes).toHaveLength(100)
  })
})

describe('results for the CMS', () => {
  it('waits with each result until it is confirmed, and drops progress that a result has overtaken', async () => {
    const queue = await open()
    await queue.announce({ revision: 1, at: at(1) })
    expect(queue.read().outbox).toMatchObject([{ revision: 1, state: 'building' }])
    await queue.finish(live(1, 2))
    await queue.announce({ revision: 2, at: at(3) })
    expect(queue.read().outbox.map(({ state }) => state)).toEqual(['live', 'building'])
    const [first] = (await open()).read().outbox
    if (first) await queue.confirmResult(first)
    expect(queue.read().outbox.map(({ state }) => state)).toEqual(['building'])
  })
})

it('refuses a damaged queue file instead of starting empty', async () => {
  await writeFile(join(folder, 'queue.json'), '{"acceptedRev')
  await expect(open()).rejects.toThrow(/повреждён/)
})
