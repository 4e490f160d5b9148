import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { figure, print, printRatio, timed, type Figure } from '../figures.ts'
import { buildHugo, ensureHugo, writeHugoSite, writeNews } from '../peers/hugo.ts'
import { buildIncremental, writeIncrementalSite } from '../peers/incrementalAstro.ts'
import { readNews } from '../peers/shared/readNews.ts'
import { buildPlain, plainFolder } from './plain-astro.ts'
import { announce } from './scaled-portal.ts'
import { renameIn, type Content } from './snapshots.ts'

const turns = 3

/** What the same edit takes others, with the same content: a build that skips what it knows, and two that do all anew. */
export const benchPeers = async (folder: string, content: Content, ours: Figure): Promise<void> => {
  const { snapshotFile, news } = content
  const edit = (turn: number) =>
    renameIn(snapshotFile, Math.ceil(((turn + 1) * news) / turns), `Замер ${turn}`)

  const compare = async (
    peer: string,
    {
      build,
      prepare,
      target,
    }: { build: () => Promise<void>; prepare: (turn: number) => void; target?: number },
  ) => {
    announce(`${peer}, ${news} news`)
    await build() // the first build of all is no edit
    const times = await timed(turns, build, prepare)
    const theirs = figure({ bench: 'publish', variant: `${peer}, ${news} news`, unit: 'ms' }, times)
    print(theirs)
    printRatio(ours, theirs, { target })
  }

  const hugo = join(folder, 'hugo')
  ensureHugo()
  writeHugoSite({ folder: hugo, news: readNews(snapshotFile) })
  await compare('Hugo after an edit', {
    build: () => buildHugo(hugo),
    prepare: (turn) => writeNews(hugo, edit(turn)),
    target: 0.2,
  })

  const astro = join(folder, 'incremental')
  writeIncrementalSite({ folder: astro, snapshotFile })
  for (const isOutputKept of [true, false]) {
    let isFirst = true
    const build = async () => {
      const { rendered, skipped } = await buildIncremental(astro, { isOutputKept })
      if (!isFirst && skipped < rendered * 9)
        throw new Error(`Astro rendered ${rendered} pages and skipped only ${skipped}`)
      isFirst = false
    }
    await compare(`incremental astro build${isOutputKept ? ' into kept pages' : ''} after an edit`, {
      build,
      prepare: edit,
      target: 0.033,
    })
  }

  await compare('plain astro build after an edit', {
    build: () => buildPlain(folder, content),
    prepare: (turn) => {
      edit(turn)
      rmSync(plainFolder(folder), { recursive: true, force: true })
    },
  })
}
