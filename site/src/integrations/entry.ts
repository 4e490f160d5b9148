import { App } from 'astro/app'
import { createApp } from 'astro/app/entrypoint'
import { StaticPaths } from 'astro:static-paths'
import {
  ContentError,
  currentSnapshot,
  moment,
  nextChange,
  openDoor,
  track,
  witness,
  withOverlay,
  withView,
  type Change,
  type Reads,
} from '../cms/resident.ts'

/**
 * What a release keeps of its build, as `app/prerender-entry.….mjs`: any page from content in memory, without Vite and
 * without HTTP. `astro build` itself renders through it, so a page rendered later is equal to the built one byte for byte.
 */
export * from '../cms/resident.ts'

type PathWithRoute = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number]

export interface RenderedPage {
  body: Uint8Array<ArrayBuffer>
  status: number
  headers: Headers
  /** What the page read, by key: it needs a new render only when one of them answers differently. */
  reads: Reads
}

/** Every path of the site for the content (and overlay) in scope. */
export async function paths(): Promise<PathWithRoute[]> {
  await openDoor()
  return new StaticPaths(freshApp()).getAll()
}

/** One page. A page that cannot be made throws an error that names the document. */
export async function renderPath({ pathname, route }: PathWithRoute): Promise<RenderedPage> {
  return renderWith(freshApp(), addressOf(pathname, route), route)
}

/** A renderer of many pages of one state of the content at one moment; the paths are listed once for all of them. */
export async function createRenderer() {
  const snapshot = await openDoor()
  const app = freshApp()
  const view = { snapshot, now: moment() }
  return {
    paths: () => withView(view, () => new StaticPaths(app).getAll()),
    render: (request: Request, route: PathWithRoute['route']) =>
      withView(view, () => renderWith(app, request.url, route)),
  }
}

/**
 * A preview: the page at `path` with drafts laid over the published content. Null when there is no such page. Drafts are
 * seen by this render only.
 */
export async function render(path: string, overlay: readonly Change[] = []): Promise<string | null> {
  await openDoor()
  return withOverlay(overlay.map(titled), async () => {
    const wanted = trimmed(path)
    const found = (await paths()).find(({ pathname }) => trimmed(pathname) === wanted)
    if (!found) return null
    const { body } = await renderPath(found)
    return new TextDecoder().decode(body)
  })
}

/** What is worth knowing of a finished build: its content, and when the site differs next without an edit. */
export function buildFacts(): { revision: number; nextChange: string } {
  return { revision: currentSnapshot().revision, nextChange: nextChange().toISOString() }
}

const { manifest } = createApp()

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

/** Paths are cached by the manifest object, so each state of the content gets its own. */
function freshApp() {
  return new StrictApp({ ...manifest }, false)
}

async function renderWith(app: StrictApp, url: string, route: PathWithRoute['route']): Promise<RenderedPage> {
  // The body is read inside, or what it reads would be lost.
  const attempt = async () => {
    const response = await app.render(new Request(url), { routeData: route })
    const body = new Uint8Array(await response.arrayBuffer())
    return { body, status: response.status, headers: response.headers }
  }
  try {
    const { value, reads } = await track(attempt)
    return { ...value, reads }
  } catch (error) {
    const culprit = await blame(error, attempt)
    throw new Error(`страница ${new URL(url).pathname}: ${culprit.message}`, { cause: error })
  }
}

/** The error with the document it is about: the one the renderer named, else the one touched last before it failed. */
async function blame(error: unknown, attempt: () => Promise<unknown>): Promise<Error> {
  if (error instanceof ContentError) return error
  const cause = error instanceof Error ? error : new Error(String(error))
  const document = await witness(attempt)
  return document ? new ContentError(document, cause.message, { cause }) : cause
}

function addressOf(pathname: string, route: PathWithRoute['route']): string {
  const isFile = route.type === 'endpoint' || /\.html$/.test(pathname)
  const path = isFile || pathname.endsWith('/') ? pathname : `${pathname}/`
  return new URL(path, manifest.site ?? 'http://localhost').href
}

/** A draft may have no title yet. */
function titled(change: Change): Change {
  if ('global' in change || change.collection === 'media' || change.collection === 'redirects') return change
  if (!change.doc || change.doc.title) return change
  return { ...change, doc: { ...change.doc, title: 'Без названия' } } as Change
}

function trimmed(path: string): string {
  return decodeURI(path).replace(/(?:\/|\/index\.html|\.html)$/, '')
}
