import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { compile, type Compiled } from '../../rebuild/compile.ts'
import { startResident } from '../../rebuild/resident/client.ts'
import type { Published } from '../../rebuild/resident/messages.ts'
import { figure, print, printRatio, timed, type Figure } from '../figures.ts'
import { buildHugo, ensureHugo, writeHugoSite } from '../peers/hugo.ts'
import { readNews } from '../peers/shared/readNews.ts'
import { buildPlain, plainFolder } from './plain-astro.ts'
import { announce } from './scaled-portal.ts'
import { siteUrl, type Content } from './snapshots.ts'

const turns = 3
const code = 'bench'
const longestMs = 10 * 60_000

/** Every page anew from the content alone, the site's code being compiled: our resident process beside those who build. */
export const benchFullRender = async (folder: string, content: Content): Promise<void> => {
  const { snapshotFile, mediaDir, news } = content
  const line = (variant: string, times: number[]) =>
    figure({ bench: 'publish', variant: `${variant}, ${news} news`, unit: 'ms' }, times)
  const measure = async (who: string, work: () => Promise<void>, prepare = () => {}): Promise<Figure> => {
    announce(`${who}, ${news} news`)
    const times = await timed(turns, work, () => {
      prepare()
      spawnSync('sync') // what others have left to write is not counted
    })
    const result = line(who, times)
    print(result)
    return result
  }

  const siteDir = join(folder, 'full-render')
  const compiled = await compile({ siteDir, code, siteUrl, cmsUrl: '' })
  const door = await openDoor(snapshotFile)
  const answers: Published[] = []
  const ours = await measure(
    'full render into a new release',
    async () => void answers.push(await renderAll({ siteDir, compiled, mediaDir, cmsUrl: door.url })),
    () => {
      setAside(join(siteDir, 'releases'))
      rmSync(join(siteDir, 'current'), { force: true })
    },
  )
  door.close()
  for (const step of ['readMs', 'renderMs', 'switchMs'] as const) {
    const times = answers.map((answer) => answer[step])
    print(line(`full render into a new release, ${step}`, times))
  }

  ensureHugo()
  const hugo = join(folder, 'hugo-full')
  writeHugoSite({ folder: hugo, news: readNews(snapshotFile) })
  printRatio(ours, await measure('Hugo', () => buildHugo(hugo)), { target: 1 })
  const plain = await measure(
    'plain astro build',
    () => buildPlain(folder, content),
    () => setAside(plainFolder(folder)),
  )
  printRatio(ours, plain, { target: 0.2 })
}

/**
 * Nothing is deleted between the turns: for minutes after it has lost thousands of files, ext4 takes several times as long
 * to make new ones.
 */
const setAside = (folder: string) => {
  if (existsSync(folder)) renameSync(folder, `${folder}-${Date.now()}`)
}

type Options = { siteDir: string; compiled: Compiled; mediaDir: string; cmsUrl: string }

/** From the start of the process to a site that is live: read, rendered, checked, written, flushed to the disk. */
const renderAll = async ({ siteDir, compiled, mediaDir, cmsUrl }: Options): Promise<Published> => {
  const { appDir, publicDir: assetsDir } = compiled
  const resident = startResident({ siteDir, appDir, assetsDir, mediaDir, cmsUrl, siteUrl, code }, (words) =>
    console.error(`    ${words}`),
  )
  const published = await resident.call({ name: 'open', isPinned: false }, longestMs)
  resident.stop()
  const { held } = published
  if (held.length > 0) throw new Error(`Not rendered: ${held.map(({ error }) => error).join('; ')}`)
  return published
}

/** The content door of a CMS that gives a saved stream. */
const openDoor = async (snapshotFile: string) => {
  const server = createServer((_, response) => createReadStream(snapshotFile).pipe(response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
