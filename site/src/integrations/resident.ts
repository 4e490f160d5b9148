import { cp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { siteEnvironment } from '../cms/environment.ts'
import type * as entry from '../resident/entry.ts'
import { mediaNames } from '../resident/mediaNames.ts'
import { bringMedia } from './mediaFiles.ts'

type Entry = typeof entry

/** The compiled site of the build that is running, for the sitemap's dates. */
let running: Entry | null = null

/** When the content of a path changed last; known once the pages are rendered. */
export function lastModifiedOf(path: string): string | undefined {
  dates ??= running?.lastModified() ?? null
  return dates?.get(path)
}

let dates: ReadonlyMap<string, string> | null = null

/**
 * Lets one `astro build` leave its prerender bundle beside the pages, in `app/`, and renders the pages through it (see
 * entry.ts). It acts as an adapter for a static site, because only an adapter may choose the entry. Afterwards it brings
 * the media that the pages refer to.
 */
export function resident({ isCompilation }: { isCompilation: boolean }): AstroIntegration {
  let isBuild = false
  let bundleDir = ''
  let publicDir = ''
  let appDir = ''
  /** Media file → a page that shows it. */
  const media = new Map<string, string>()

  return {
    name: 'resident',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        isBuild = command === 'build'
        if (!isBuild) return
        // Astro's own choice outside the project is one folder for every build, and two builds would mix there.
        updateConfig({
          build: { server: new URL('../build/', config.outDir) },
          vite: { plugins: [prerenderEntry()] },
        })
      },
      'astro:config:done': ({ config, setAdapter }) => {
        publicDir = fileURLToPath(config.outDir)
        appDir = join(publicDir, '..', 'app')
        if (!isBuild) return
        setAdapter({
          name: 'resident',
          entrypointResolution: 'auto',
          adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        })
      },
      'astro:build:setup': ({ vite }) => {
        bundleDir = vite.environments?.prerender?.build?.outDir ?? ''
      },
      'astro:build:start': ({ setPrerenderer }) => {
        let renderer: Awaited<ReturnType<Entry['createBuildRenderer']>> | null = null
        setPrerenderer({
          name: 'resident',
          async setup() {
            running = await keepBundle(bundleDir, appDir)
            if (!isCompilation) renderer = await running.createBuildRenderer()
          },
          // The rebuild service wants the compiled site alone, and renders it from what the CMS has.
          getStaticPaths: async () => (isCompilation ? [] : started(renderer).paths()),
          async render(request, { routeData }) {
            const { body, status, headers } = await started(renderer).render(request, routeData)
            const { pathname } = new URL(request.url)
            for (const name of mediaNames(new TextDecoder().decode(body))) media.set(name, pathname)
            return new Response(body, { status, headers })
          },
        })
      },
      'astro:build:done': async ({ logger }) => {
        await rm(join(publicDir, '..', 'build'), { recursive: true, force: true })
        await bringMedia(media, join(publicDir, 'media'), siteEnvironment())
        logger.info(`файлов медиатеки: ${media.size}`)
      },
    },
  }
}

/** The prerender bundle with an entry of ours, whole: a release may stand where no node_modules is in reach. */
function prerenderEntry() {
  return {
    name: 'resident:prerender-entry',
    configEnvironment(name: string) {
      if (name !== 'prerender') return
      const entry = fileURLToPath(new URL('../resident/entry.ts', import.meta.url))
      return {
        resolve: { noExternal: true as const },
        build: {
          emptyOutDir: true,
          rolldownOptions: {
            input: { 'prerender-entry': entry },
            // The middleware is an entry too, and Astro would give both one name.
            output: {
              entryFileNames: ({ name }: { name: string }) =>
                name === 'prerender-entry' ? 'prerender-entry.[hash].mjs' : 'chunks/[name].[hash].mjs',
            },
          },
        },
      }
    },
  }
}

async function keepBundle(bundleDir: string, appDir: string): Promise<Entry> {
  await rm(appDir, { recursive: true, force: true })
  await cp(bundleDir, appDir, { recursive: true })
  const file = (await readdir(appDir)).find((name) => /^prerender-entry\..*\.mjs$/.test(name))
  if (!file) throw new Error(`В сборке нет prerender-entry (${appDir}): Astro назвал файл иначе`)
  // Not import(): Astro reads its configuration through a Vite runner that is closed by now. The file is the bundle of entry.ts.
  return createRequire(import.meta.url)(join(appDir, file)) as Entry
}

function started<T>(renderer: T | null): T {
  if (!renderer) throw new Error('Сборка страниц ещё не началась')
  return renderer
}
