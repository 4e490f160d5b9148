import { hash } from 'node:crypto'
import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { StaticPaths } from 'astro:static-paths'
import { ContentError, track, witness, type NamedDocument, type Reads } from '../cms/resident.ts'
import { withContentPolicy } from '../lib/contentPolicy.ts'
import { bytesOf, lettersOf, textOf } from '../lib/pageLetters.ts'
import { pageTexts } from '../lib/pageTexts.ts'
import { styleMarks } from '../lib/styleMarks.ts'
import { mediaNames } from './mediaNames.ts'
import { PageError } from './renderErrors.ts'

/** The one place that knows how Astro renders: everything else here speaks of paths and bytes. */

export type PathWithRoute = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number]
export type Route = PathWithRoute['route']

export interface RenderedPage {
  body: Uint8Array<ArrayBuffer>
  status: number
  headers: Headers
  /** The same for the same body, as long as the compiled site is the same. */
  digest: string
  /** Names of the uploads that the page refers to. */
  media: readonly string[]
  /** What the page was told, by key: it needs a new render only when one of the answers differs. */
  reads: Reads
}

const { manifest } = createApp()
const { pageMap, textFor } = pageTexts(manifest.pageMap)
const { routes, styleOf, withStyles } = styleMarks(manifest.routes)

/** Astro answers a failed page with an error page and goes on; a half-built site is not what anybody asked for. */
class StrictApp extends App {
  override createErrorHandler() {
    return {
      renderError: (
        request: Request,
        { error, status }: { error?: unknown; status: number },
      ): Promise<Response> => {
        throw error instanceof Error
          ? error
          : new Error(`ответ ${status} на ${new URL(request.url).pathname}`)
      },
    }
  }
}

/** Astro keeps the paths of a route by the manifest object, so each state of the content gets an app of its own. */
export function freshApp(): StrictApp {
  return new StrictApp({ ...manifest, routes, pageMap }, false)
}

/** The paths of every route, for the content (and the narrowing, see cms/listing.ts) in scope. */
export function pathsOf(app: StrictApp): Promise<PathWithRoute[]> {
  return new StaticPaths(app).getAll()
}

/** One page. A page that cannot be made throws an error that names the document. */
export async function renderWith(app: StrictApp, url: string, route: Route): Promise<RenderedPage> {
  // The body is read inside, or what it reads would be lost.
  const attempt = async () => {
    const request = new Request(url)
    const response = await app.render(request, { routeData: route })
    const { status, headers } = response
    const text = lettersOf(textFor(request) ?? new Uint8Array(await response.arrayBuffer()))
    const isPage = headers.get('content-type')?.includes('text/html')
    return {
      body: bytesOf(isPage ? withStyles(withContentPolicy(text, styleOf)) : text),
      status,
      headers,
      // Of what differs between pages: the styles, which are most of a page, are left out.
      digest: hash('sha1', text, 'base64url'),
      media: [...new Set(mediaNames(textOf(text)))],
    }
  }
  try {
    const { value, reads } = await track(attempt)
    return { ...value, reads }
  } catch (error) {
    const { message, document } = await blame(error, attempt)
    throw new PageError(`страница ${new URL(url).pathname}: ${message}`, document, { cause: error })
  }
}

type Blame = { message: string; document: NamedDocument | null }

/** What went wrong with which document: the one the renderer named, else the one touched last before it failed. */
async function blame(error: unknown, attempt: () => Promise<unknown>): Promise<Blame> {
  if (error instanceof ContentError) return error
  const cause = error instanceof Error ? error : new Error(String(error))
  const document = await witness(attempt)
  return document ? new ContentError(document, cause.message) : { message: cause.message, document: null }
}

export function addressOf({ pathname, route }: PathWithRoute): string {
  const isFile = route.type === 'endpoint' || /\.html$/.test(pathname)
  const path = isFile || pathname.endsWith('/') ? pathname : `${pathname}/`
  return new URL(path, manifest.site ?? 'http://localhost').href
}

/** Where `astro build` puts the page, relative to the site's folder; the oracle test guards the likeness. */
export function fileOf({ pathname, route }: PathWithRoute): string {
  const path = decodeURI(pathname).replace(/^\/|\/$/g, '')
  if (route.type === 'endpoint') return path
  if (path === '404' || path === '500') return `${path}.html`
  return path === '' ? 'index.html' : `${path}/index.html`
}

/** The params of a page, as its route's `getStaticPaths` listed them. */
export function paramsOf({ pathname, route }: PathWithRoute): Record<string, string> {
  const match = route.pattern.exec(pathname) ?? []
  return Object.fromEntries(route.params.map((name, index) => [name, match[index + 1] ?? '']))
}
