import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fixtureNow } from '../../site/test/fixture/index.ts'
import { createLiveSite } from './resident/live-site.ts'
import { openBundle } from './resident/open-bundle.ts'
import { manyDocuments } from './resident/render-all.ts'
import { anyEdit, perform, type Edit } from './test/edits.ts'
import {
  code,
  differences,
  siteUnderTest,
  siteUrl,
  releaseTree,
  type SiteUnderTest,
} from './test/siteUnderTest.ts'
import { startTestCms, type TestCms } from './test/testCms.ts'

/*
 * The oracle: whatever editors and the clock do, the live tree is byte for byte what a clean `astro build` makes of the
 * same content at the same moment.
 */

let site: SiteUnderTest
let cms: TestCms

beforeAll(async () => {
  site = await siteUnderTest()
}, 120_000)
afterAll(() => site.remove())
afterEach(() => {
  cms.stop()
  delete process.env['PORTAL_NOW']
})

const open = async (siteDir: string) => {
  cms = await startTestCms(site.content(), 'x'.repeat(32))
  // So many that the first rendering is shared by two threads.
  for (let salt = 0; salt < manyDocuments; salt++)
    perform(cms, { kind: 'create', collection: 'news', pick: salt, salt: 1_000_000 + salt })
  process.env['SITE_URL'] = siteUrl // as client.ts gives it to the resident process
  const appDir = join(siteDir, 'compiled', code, 'app')
  const live = await createLiveSite(await openBundle(appDir), {
    siteDir,
    appDir,
    assetsDir: join(siteDir, 'compiled', code, 'public'),
    mediaDir: site.mediaDir,
    cmsUrl: cms.url,
    siteUrl,
    code,
  })
  setNow(fixtureNow)
  await live.open({ isPinned: false })
  return live
}

let now = fixtureNow
const setNow = (moment: Date) => {
  now = moment
  // The one place that asks the clock reads it (site/src/cms/environment.ts).
  process.env['PORTAL_NOW'] = moment.toISOString()
}

const currentTree = (siteDir: string) => releaseTree(join(siteDir, readlinkSync(join(siteDir, 'current'))))

const steps = 500
const comparedEvery = 50

/** Runs the edits, some of them together, and gives the files that differ from clean builds along the way. */
const run = async (siteDir: string, edits: Edit[]): Promise<string[]> => {
  const live = await open(siteDir)
  const wrong: string[] = []
  for (const [index, edit] of edits.entries()) {
    perform(cms, edit)
    if (edit.kind === 'clock') setNow(new Date(now.getTime() + edit.hours * 3_600_000))
    // A third of the edits arrive together with the next.
    if (edit.kind === 'clock') await live.publish({ reads: false })
    else if (index % 3 > 0) await live.publish({ reads: true })
    if ((index + 1) % comparedEvery > 0 && index < edits.length - 1) continue
    const { held } = await live.publish({ reads: true })
    expect(held).toEqual([])
    await live.settled()
    wrong.push(...differences(currentTree(siteDir), await site.cleanBuild(cms.content, now)))
  }
  await live.stop()
  return wrong
}

it('is what a clean build makes, after 500 random edits, publishes, renames, removals, settings and clock steps', async () => {
  const siteDir = site.newSiteDir()
  const edits = fc.sample(anyEdit, { numRuns: steps, seed: 20261125 })
  expect(await run(siteDir, edits)).toEqual([])
}, 600_000)

it('catches an index that forgets one kind of dependency: the control of the test above', async () => {
  const siteDir = site.newSiteDir()
  forgetDependency(join(siteDir, 'compiled', code, 'app'))
  const edits = fc.sample(anyEdit, { numRuns: comparedEvery, seed: 20261125 })
  expect((await run(siteDir, edits)).length).toBeGreaterThan(0)
}, 300_000)

/** The compiled site, in which lists of a topic no longer say that they were read. */
function forgetDependency(appDir: string) {
  const chunks = readdirSync(join(appDir, 'chunks')).map((name) => join(appDir, 'chunks', name))
  const whole = 'sources.names.add(source)'
  const holders = chunks.filter((path) => readFileSync(path, 'utf8').includes(whole))
  expect(holders).toHaveLength(1)
  const [path = ''] = holders
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(whole, `(source.startsWith('news/topic=') || ${whole})`))
}
