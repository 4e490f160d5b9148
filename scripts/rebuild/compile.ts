import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAstroBuild } from './astro-build.ts'

/** The compiled site: `app/` renders pages, `public/` holds what pages refer to by a hashed name, and the fixed files. */
export type Compiled = { appDir: string; publicDir: string }

type Options = { siteDir: string; code: string; siteUrl: string; cmsUrl: string }

const emptyContent = '{"kind":"start","revision":0,"since":0}\n{"kind":"end","count":0}\n'

/**
 * Compiles the site's code, once per code: some two seconds. Its result is kept until the code is another.
 * @throws BuildError with what Astro said
 */
export const compile = async ({ siteDir, code, siteUrl, cmsUrl }: Options): Promise<Compiled> => {
  const all = join(siteDir, 'compiled')
  const folder = join(all, code)
  if (!existsSync(folder)) {
    const aside = join(all, `${code}.new`)
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { recursive: true })
    const snapshotFile = join(aside, 'empty.ndjson')
    await writeFile(snapshotFile, emptyContent)
    await runAstroBuild({
      folder: aside,
      snapshotFile,
      siteUrl,
      cmsUrl,
      mediaDir: '',
      isCompilation: true,
      logFile: join(siteDir, 'build.log'),
    })
    await rename(aside, folder)
  }
  for (const name of await readdir(all)) {
    if (name !== code) await rm(join(all, name), { recursive: true, force: true })
  }
  return { appDir: join(folder, 'app'), publicDir: join(folder, 'public') }
}
