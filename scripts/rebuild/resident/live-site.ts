import { existsSync, linkSync, mkdirSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { bringMedia } from '../../../site/src/integrations/mediaFiles.ts'
import type { Batch, Change } from '../../../site/src/cms/resident.ts'
import type { Publish } from '../../../site/src/resident/entry.ts'
import { listFiles } from '../list-files.ts'
import {
  currentRelease,
  pruneReleases,
  releaseFolder,
  releaseId,
  switchTo,
  updateRelease,
  writeRelease,
  type Release,
} from '../releases.ts'
import { createCompressor, isCompressed } from '../tree/compress.ts'
import { pruneHistory, stageBefore } from '../tree/history.ts'
import { publicDir, type PublishReason } from '../tree/layout.ts'
import { isSearchIndex } from '../tree/search-index.ts'
import { settle } from '../tree/settle.ts'
import { openStage, type Stage } from '../tree/stage.ts'
import { createBlame, createPublishChecks } from './check-rendered.ts'
import { openHeld } from './held.ts'
import { isolate } from './isolate.ts'
import type { Published, ResidentOptions } from './messages.ts'
import type { Bundle } from './open-bundle.ts'
import { renderAll } from './render-all.ts'
import { createSearchIndex } from './search-index.ts'
import { createSitemap, isSitemap } from './sitemap.ts'

export type LiveSite = Awaited<ReturnType<typeof createLiveSite>>

type Reading = Pick<Batch, 'changes' | 'revision'>
const pruneEvery = 10

type Files = { written: number; removed: number; liveAt: string | null }

/**
 * The site in this process and its files on disk, kept in step with the CMS. Its functions must be called one after the
 * other (process.ts sees to it).
 */
export const createLiveSite = async (bundle: Bundle, options: ResidentOptions) => {
  const { siteDir, siteUrl, cmsUrl, assetsDir, code } = options
  const site = bundle.createSite()
  const held = await openHeld(join(siteDir, 'held.json'))
  const content = { snapshotFile: null, cmsUrl }
  const mediaSource = { mediaDir: options.mediaDir || null, cmsUrl }
  let folder = ''
  let generation = 0
  /** Whether the files are those of the site in memory: not before the first opening, nor after a rollback. */
  let isInStep = false
  let compressor = createCompressor('')
  const sitemap = createSitemap({
    siteUrl,
    read: () => {
      const dates = bundle.lastModified(site.snapshot())
      return site
        .pathnames()
        .map((path) => `${path} ${dates.get(path) ?? ''}`)
        .join('\n')
    },
    publicDir: () => publicDir(folder),
    onWritten: (files) => compressor.add(files),
  })
  const searchIndex = createSearchIndex({
    folder: () => folder,
    onWritten: (files) => compressor.add(files),
  })

  const use = async (release: Pick<Release, 'id' | 'generation'>) => {
    await compressor.stop()
    folder = releaseFolder(siteDir, release.id)
    generation = release.generation
    compressor = createCompressor(publicDir(folder))
  }

  const renderEverything = (full: Reading, folders: { dir: string; live: string }) =>
    renderAll({ bundle, site, appDir: options.appDir, siteUrl }, full, folders)

  /** A publish that went live and was cut off while its files were moved is finished first. */
  const nextStage = async () => {
    generation = (await settle(folder))?.generation ?? generation
    return openStage(folder, generation + 1)
  }

  /** The whole site from a full reading: into the current release when its code is the same, else into a new one. */
  const open = async ({ isPinned }: { isPinned: boolean }): Promise<Published> => {
    const started = performance.now()
    const reading = await bundle.readContent(content)
    const readMs = performance.now() - started
    const current = await currentRelease(siteDir)
    const isSame = current?.code === code && existsSync(publicDir(releaseFolder(siteDir, current.id)))
    if (isSame) await use(current)
    const { publish, files, renderMs } = isSame ? await reopen(reading, isPinned) : await build(reading)
    isInStep = !isPinned
    sitemap.wake()
    searchIndex.wake()
    const switchMs = performance.now() - started - readMs - renderMs
    return report(publish, files, { readMs, renderMs, switchMs })
  }

  const build = async (reading: Reading) => {
    const started = performance.now()
    const release = { id: releaseId(new Date(), reading.revision), generation: 0 }
    await use(release)
    const target = publicDir(folder)
    const publish = await isolate({ bundle, site, held }, reading.changes, async (changes) => {
      await rm(folder, { recursive: true, force: true })
      mkdirSync(target, { recursive: true })
      const rendered = await renderEverything({ ...reading, changes }, { dir: target, live: target })
      await bringAll(rendered.publish, changes, { dir: target, adopt: () => {} })
      return rendered.publish
    })
    for (const file of listFiles(assetsDir)) {
      mkdirSync(dirname(join(target, file)), { recursive: true })
      linkSync(join(assetsDir, file), join(target, file))
    }
    const renderMs = performance.now() - started
    // Power loss after the switch must not leave empty files behind it.
    await promisify(execFile)('sync', ['-f', folder])
    const liveAt = new Date().toISOString()
    await writeRelease(siteDir, { ...release, revision: reading.revision, code, builtAt: liveAt, liveAt })
    await switchTo(siteDir, release.id)
    publish.commit()
    compressor.add(listFiles(target))
    await pruneReleases(siteDir)
    return { publish, files: { written: publish.files.length, removed: 0, liveAt }, renderMs }
  }

  /** A publish of the changes, around those that break it, with its files on a stage. */
  const renderOnStage = (
    changes: readonly Change[],
    render: (changes: Change[], stage: Stage) => Promise<Publish>,
  ) =>
    isolate({ bundle, site, held }, changes, async (left) => {
      const stage = await nextStage()
      try {
        const publish = await render(left, stage)
        await bringAll(publish, left, stage)
        return { publish, stage }
      } catch (error) {
        await stage.discard()
        throw error
      }
    })

  /** Renders everything and changes only the files that differ: after a restart, after a rollback. */
  const reopen = async (reading: Reading, isPinned: boolean) => {
    const started = performance.now()
    await settle(folder)
    const target = publicDir(folder)
    const onDisk = listFiles(target)
    const { publish, stage } = await renderOnStage(reading.changes, async (changes, into) => {
      const rendered = await renderEverything({ ...reading, changes }, { dir: into.dir, live: target })
      for (const file of rendered.written) into.adopt(file)
      return rendered.publish
    })
    const renderMs = performance.now() - started
    publish.commit()
    const isWanted = (file: string) =>
      site.has(file) ||
      isSitemap(file) ||
      isSearchIndex(file) ||
      existsSync(join(assetsDir, file)) ||
      (file.startsWith('media/') && site.shows(file.slice('media/'.length)))
    for (const file of onDisk) if (!isCompressed(file) && !isWanted(file)) stage.remove(file)
    const files = isPinned ? await forget(stage) : await goLive(stage, publish, 'boot')
    compressor.add([...onDisk].filter((file) => !isCompressed(file) && !onDisk.has(`${file}.br`)))
    return { publish, files, renderMs }
  }

  /** What the CMS has published since, or (without `reads`) what time has changed. */
  const publish = async ({ reads }: { reads: boolean }): Promise<Published> => {
    if (!isInStep) return open({ isPinned: false })
    const started = performance.now()
    const since = site.snapshot().revision
    const reading = reads
      ? await bundle.readContent(content, since)
      : { revision: since, since, changes: [] as Change[] }
    // The CMS has sent everything: its log does not reach back, or its numbers began anew.
    if (reading.since !== since) return open({ isPinned: false })
    const readMs = performance.now() - started
    const { publish: rendered, stage } = await renderOnStage(reading.changes, async (changes, into) => {
      const checks = createPublishChecks({ site, siteUrl, publicDir: publicDir(folder) }, changes)
      const plan = await site.publish({ ...reading, changes }, bundle.moment(), (file) => {
        checks.look(file)
        into.write(file.file, file.body)
      })
      const faults = checks.faults(plan)
      if (faults.length > 0) throw new bundle.RenderErrors(faults)
      return plan
    })
    const renderMs = performance.now() - started - readMs
    for (const file of rendered.removed) stage.remove(file)
    for (const name of rendered.media.unused) stage.remove(`media/${name}`)
    const files = await goLive(stage, rendered, reads ? 'publish' : 'time')
    rendered.commit()
    const switchMs = performance.now() - started - readMs - renderMs
    if (files.liveAt) {
      sitemap.wake()
      searchIndex.wake()
    }
    return report(rendered, files, { readMs, renderMs, switchMs })
  }

  /** Shows the site as it was before publish `before`, until the next one. */
  const rollback = async ({ before }: { before: number }) => {
    const stage = await nextStage()
    try {
      const target = await stageBefore(folder, before, stage)
      isInStep = false
      const note = await stage.commit({ revision: target.revision, reason: 'rollback' })
      generation = note.generation
      compressor.add(note.writes)
      searchIndex.wake() // it holds what is shown
      return { generation, files: note.writes.length + note.removes.length }
    } catch (error) {
      await stage.discard()
      throw error
    }
  }

  const goLive = async (stage: Stage, { snapshot }: Publish, reason: PublishReason): Promise<Files> => {
    if (stage.size() === 0) {
      // The site is of this revision too, as it stands.
      await updateRelease(folder, { revision: snapshot.revision })
      return forget(stage)
    }
    const { writes, removes, at, ...note } = await stage.commit({ revision: snapshot.revision, reason })
    generation = note.generation
    compressor.add(writes)
    // It reads a hundred notes: not after each publish.
    if (generation % pruneEvery === 0) await pruneHistory(folder)
    return { written: writes.length, removed: removes.length, liveAt: at }
  }

  const forget = async (stage: Stage): Promise<Files> => {
    await stage.discard()
    return { written: 0, removed: 0, liveAt: null }
  }

  /** The uploads that pages show now; a file that is missing holds back the document it is on. */
  const bringAll = async (
    { media }: Publish,
    changes: readonly Change[],
    { dir, adopt }: Pick<Stage, 'dir' | 'adopt'>,
  ) => {
    const { faultOf } = createBlame(changes)
    const faults = []
    for (const [name, pathname] of media.needed) {
      if (existsSync(join(publicDir(folder), 'media', name))) continue
      try {
        await bringMedia(new Map([[name, pathname]]), join(dir, 'media'), mediaSource)
        adopt(`media/${name}`)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        faults.push(faultOf(pathname, reason.replace(/^страница \S+: /, '')))
      }
    }
    if (faults.length > 0) throw new bundle.RenderErrors(faults)
  }

  const report = (
    { snapshot, files }: Publish,
    done: Files,
    times: Pick<Published, 'readMs' | 'renderMs' | 'switchMs'>,
  ): Published => {
    const nextChange = site.nextChange()
    return {
      revision: snapshot.revision,
      generation,
      rendered: files.length,
      ...done,
      ...times,
      held: held.list(),
      nextChangeIn: Number.isFinite(nextChange) ? nextChange - bundle.moment().getTime() : null,
    }
  }

  return {
    open,
    publish,
    rollback,
    render: bundle.render,
    /** Resolves when the map of the site, the search index and the compressed copies have followed the last publish. */
    settled: async () => {
      await sitemap.idle()
      await searchIndex.idle()
      await compressor.idle()
    },
    stop: async () => {
      await sitemap.stop()
      await searchIndex.stop()
      await compressor.stop()
    },
  }
}
