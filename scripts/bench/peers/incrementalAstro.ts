import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../../portal/data-dir.ts'
import { siteFacts } from './siteFacts.ts'
import { copyStaticFiles, siteStyles } from './siteStyles.ts'

const project = 'incremental-astro'

/**
 * Writes a project of plain Astro with the experimental incremental mode: a twin of our article, lists, feed and home page.
 * It reads the news from `snapshotFile` at every build; change that file between two builds.
 *
 * The best case of the mode, not the usual one: pages without pictures and our typography, keys made of documents in memory,
 * lists counted from the oldest. An article weighs 38 KB, ours 45 KB: without the attributes of scoped styles. What an edit
 * takes depends on neither, for all but a handful of pages are skipped.
 */
export const writeIncrementalSite = ({
  folder,
  snapshotFile,
}: {
  folder: string
  snapshotFile: string
}): void => {
  const target = join(folder, project)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(import.meta.dirname, project), target, { recursive: true })
  cpSync(join(import.meta.dirname, 'shared'), join(folder, 'shared'), { recursive: true })
  copyStaticFiles(join(target, 'public'))
  writeFileSync(join(target, 'site.json'), JSON.stringify(siteFacts()))
  writeFileSync(join(target, 'site.css'), siteStyles())
  symlinkSync(resolve(snapshotFile), join(target, 'snapshot.ndjson'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** Pages that Astro rendered and that it left as they were; the peer is honest only if it skipped most. */
export type IncrementalBuild = { rendered: number; skipped: number }

/**
 * `astro build`: the first renders everything, later ones what an edit of the snapshot file concerns. As it comes, Astro
 * empties the folder of the pages and copies those it skips back from its cache; with `isOutputKept` it does not touch them,
 * which takes a setting of Vite's and a third of the time or less.
 */
export const buildIncremental = async (
  folder: string,
  { isOutputKept = true } = {},
): Promise<IncrementalBuild> => {
  const child = spawn(process.execPath, [join(root, 'node_modules', '.bin', 'astro'), 'build'], {
    cwd: join(folder, project),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      IS_OUTPUT_KEPT: isOutputKept ? '1' : '',
    },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`astro build ended with code ${child.exitCode}:\n${output}`)
  const pages = output.match(/├─ .*/g) ?? []
  const skipped = pages.filter((line) => /\((?:cached|restored)\)/.test(line)).length
  return { rendered: pages.length - skipped, skipped }
}
