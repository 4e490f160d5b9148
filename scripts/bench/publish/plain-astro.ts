import { join } from 'node:path'
import { runAstroBuild } from '../../rebuild/astro-build.ts'
import { siteUrl, type Content } from './snapshots.ts'

/** Our own site by `astro build` alone, as anybody would build it. */
export const buildPlain = (parent: string, { snapshotFile, mediaDir }: Content): Promise<void> =>
  runAstroBuild({
    folder: plainFolder(parent),
    snapshotFile,
    siteUrl,
    cmsUrl: siteUrl,
    mediaDir,
    logFile: join(parent, 'plain.log'),
  })

export const plainFolder = (parent: string): string => join(parent, 'plain')
