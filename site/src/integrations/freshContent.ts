import { stat } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { siteEnvironment } from '../cms/environment.ts'
import { readContent } from '../cms/source.ts'

/**
 * `astro dev` with the newest content: before a page is answered, asks whether the content changed, and if so lets every
 * module be evaluated anew, the door with its snapshot and Astro's list of paths with it.
 */
export function freshContent(): AstroIntegration {
  return {
    name: 'fresh-content',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let known: string | null = null
        server.middlewares.use((request, _response, next) => {
          if (
            !request.headers.accept?.includes('text/html') &&
            !/\.(ics|xml|json|txt)$/.test(request.url ?? '')
          )
            return next()
          contentVersion(known)
            .then((version) => {
              if (known !== null && version !== known) {
                for (const environment of Object.values(server.environments))
                  environment.moduleGraph.invalidateAll()
                logger.info('содержимое изменилось')
              }
              known = version
            })
            .catch((error: unknown) => logger.warn(error instanceof Error ? error.message : String(error)))
            .finally(() => next())
        })
      },
    },
  }
}

/** Changes when the content does: the file's time, or the revision of the CMS. */
async function contentVersion(known: string | null): Promise<string> {
  const environment = siteEnvironment()
  if (environment.snapshotFile) return String((await stat(environment.snapshotFile)).mtimeMs)
  const { revision } = await readContent(environment, Number(known ?? 0))
  return String(revision)
}
