import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { treeOf } from '../test/siteUnderTest.ts'
import { keptPublishes, listPublishes, pruneHistory, stageBefore } from './history.ts'
import { publicDir } from './layout.ts'
import { openStage } from './stage.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'))
  mkdirSync(publicDir(folder))
  writeFileSync(join(folder, 'release.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

const tree = () => treeOf(publicDir(folder))

/** One publish: texts to write by file; null removes. */
const publish = async (generation: number, files: Record<string, string | null>) => {
  const stage = await openStage(folder, generation)
  for (const [file, text] of Object.entries(files)) {
    if (text === null) stage.remove(file)
    else stage.write(file, Buffer.from(text))
  }
  return stage.commit({ revision: generation, reason: 'publish' })
}

const anyFile = fc.constantFrom('index.html', 'a/index.html', 'a/b/index.html', 'feed.xml')
const anyPublish = fc.dictionary(anyFile, fc.option(fc.string({ minLength: 1 })), { minKeys: 1 })

it('goes back before any of the publishes, whatever they wrote and removed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPublish, { minLength: 2, maxLength: 8 }),
      fc.nat(),
      async (publishes, pick) => {
        rmSync(folder, { recursive: true })
        mkdirSync(publicDir(folder), { recursive: true })
        writeFileSync(join(folder, 'release.json'), '{}')
        const before = []
        for (const [index, files] of publishes.entries()) {
          before.push(tree())
          await publish(index + 1, files)
        }
        const wanted = pick % publishes.length
        const stage = await openStage(folder, publishes.length + 1)
        await stageBefore(folder, wanted + 1, stage)
        await stage.commit({ revision: 0, reason: 'rollback' })
        expect(tree()).toEqual(before[wanted])
      },
    ),
    { numRuns: 30, seed: 1 },
  )
}, 60_000)

it('takes a rollback back like any other publish', async () => {
  await publish(1, { 'index.html': 'one' })
  await publish(2, { 'index.html': 'two' })
  const two = tree()
  const back = await openStage(folder, 3)
  await stageBefore(folder, 2, back)
  await back.commit({ revision: 1, reason: 'rollback' })
  const again = await openStage(folder, 4)
  await stageBefore(folder, 3, again)
  await again.commit({ revision: 2, reason: 'rollback' })
  expect(tree()).toEqual(two)
})

it('refuses to go back before what it no longer keeps', async () => {
  await publish(1, { 'index.html': 'one' })
  const stage = await openStage(folder, 2)
  await expect(stageBefore(folder, 7, stage)).rejects.toThrow('в истории сайта нет')
})

it('keeps the last hundred', async () => {
  for (let generation = 1; generation <= keptPublishes + 3; generation += 1)
    await publish(generation, { 'index.html': String(generation) })
  await pruneHistory(folder)
  const kept = await listPublishes(folder)
  expect(kept).toHaveLength(keptPublishes)
  expect(kept[0]?.generation).toBe(4)
})
