import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from './build-error.ts'

const root = join(import.meta.dirname, '..', '..')
const exitWithParent = join(root, 'scripts', 'portal', 'exit-with-parent.ts')
const keptOutput = 512_000

export type AstroBuild = {
  /** Pages go to public/, the compiled site to app/ (site/src/integrations). */
  folder: string
  /** Gets what the last build said. */
  logFile: string
  snapshotFile: string
  siteUrl: string
  cmsUrl: string
  mediaDir: string
  /** No pages, only the compiled site. */
  isCompilation?: boolean
  /** A fixed «now» instead of the clock. */
  now?: Date
}

/** Runs `astro build` once. Rejects with what it said when it fails, dies or hangs. */
export const runAstroBuild = ({
  folder,
  logFile,
  snapshotFile,
  siteUrl,
  cmsUrl,
  mediaDir,
  isCompilation = false,
  now,
}: AstroBuild): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        exitWithParent,
        join(root, 'node_modules', '.bin', 'astro'),
        'build',
        '--outDir',
        join(folder, 'public'),
      ],
      {
        cwd: join(root, 'site'),
        // The channel carries nothing: it tells the child when this process dies.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: {
          ...withoutVite(process.env),
          NODE_ENV: 'production',
          ASTRO_TELEMETRY_DISABLED: '1',
          NO_COLOR: '1',
          SNAPSHOT_FILE: snapshotFile,
          SITE_URL: siteUrl,
          CMS_URL: cmsUrl,
          MEDIA_DIR: mediaDir,
          SITE_COMPILATION: isCompilation ? '1' : '',
          ...(now ? { PORTAL_NOW: now.toISOString() } : {}),
        },
      },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-keptOutput)
      })
    }
    child.on('error', (cause) =>
      reject(new BuildError('сборку не удалось запустить', { cause, isRetried: true })),
    )
    child.on('close', (code, signal) => {
      keepLog(logFile, output)
      if (code === 0) resolve()
      else reject(describe(output, signal))
    })
  })

/** A test runs inside Vite itself, whose variables would make Astro think it is in development. */
const withoutVite = (env: NodeJS.ProcessEnv): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VITEST.*|TEST|DEV|PROD|SSR|MODE|BASE_URL)$/.test(name)),
  )

const keepLog = (logFile: string, output: string) => {
  try {
    writeFileSync(logFile, output)
  } catch {
    // A full disk: what matters of the output is in the error.
  }
}

const describe = (output: string, signal: NodeJS.Signals | null): BuildError => {
  if (/ENOSPC|EDQUOT|no space left/i.test(output)) {
    return new BuildError('на диске закончилось место: освободите его, сборка повторится сама', {
      isRetried: true,
    })
  }
  if (signal || /heap out of memory/.test(output)) {
    return new BuildError(`сборку прервала система (${signal ?? 'не хватило памяти'})`, { isRetried: true })
  }
  const named = pageFault.exec(output)
  if (!named) return new BuildError(lastWords(output))
  const [text = '', collection, id, title] = named
  const document = collection && id ? { collection, id, title: title ?? '' } : undefined
  return new BuildError(text.trim(), { document })
}

/** «страница /novosti/dvor/: документ news/66f… «Двор»: нет обложки», as site/src/resident/astro.ts words it. */
const pageFault = /страница \/\S*: (?:документ (\w+)\/(\w+) «(.*)»: )?.+/

const lastWords = (output: string): string =>
  output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^at |^\(node:|Stack trace|^Node\.js v/.test(line))
    .slice(-6)
    .join('\n')
