import {
  applied,
  changedSources,
  emptySnapshot,
  use,
  viewOf,
  withNarrowing,
  withView,
  type Batch,
  type Reads,
  type Snapshot,
  type View,
} from '../cms/resident.ts'
import { addressOf, fileOf, freshApp, paramsOf, pathsOf, renderWith, type PathWithRoute } from './astro.ts'
import { createDependencies } from './dependencies.ts'
import { PageError, RenderErrors, renderError, type RenderError } from './renderErrors.ts'

/** A file of the site that differs from what the last publish left. */
export interface RenderedFile {
  /** Relative to the site's folder. */
  file: string
  pathname: string
  body: Uint8Array
}

/** A publish that is rendered and not yet taken over: `commit` makes it the state that the next one starts from. */
export interface Publish {
  /** The content it was rendered from. */
  snapshot: Snapshot
  /** Files of the pages rendered, changed or not. */
  files: string[]
  /** Files of pages that are no more. */
  removed: string[]
  /** Uploads that pages show now and did not before, each with a page that shows it; and those nobody shows any more. */
  media: { needed: ReadonlyMap<string, string>; unused: string[] }
  commit(): void
}

type Sink = (file: RenderedFile) => void | Promise<void>

export interface Site {
  /**
   * Every page of a full reading of the content. `sink` gets every file.
   * @throws RenderErrors
   */
  openAll(batch: Pick<Batch, 'changes' | 'revision'>, now: Date, sink: Sink): Promise<Publish>
  /**
   * The pages that differ after the changes and at that time. `sink` gets the files whose bytes are others.
   * @throws RenderErrors
   */
  publish(batch: Pick<Batch, 'changes' | 'revision'>, now: Date, sink: Sink): Promise<Publish>
  snapshot(): Snapshot
  has(file: string): boolean
  /** Whether a page shows the upload. */
  shows(media: string): boolean
  /** Paths of all pages, for the map of the site; feeds and data files are none. */
  pathnames(): string[]
  /** The next moment (ms since 1970) at which a page can differ without an edit; Infinity when none can. */
  nextChange(): number
}

interface Page {
  path: PathWithRoute
  file: string
  digest: string
  media: readonly string[]
}

interface Rendering {
  page: Page
  reads: Reads
}

/** The whole site in memory: the content, and for each page what it was made from. Its pages' bytes are not kept. */
export function createSite(): Site {
  const dependencies = createDependencies<Page>()
  const pages = new Map<string, Page>()
  /** Upload → how many pages show it. */
  const shown = new Map<string, number>()
  let view: View = viewOf(emptySnapshot, new Date(0))

  const renderAll = async (
    of: View,
    paths: readonly PathWithRoute[],
    sink: Sink,
    isWanted = (_: Page) => true,
  ) => {
    const app = freshApp()
    const renderings: Rendering[] = []
    const errors: RenderError[] = []
    for (const path of paths) {
      try {
        const rendered = await withView(of, () => renderWith(app, addressOf(path), path.route))
        const { body, digest, media, reads } = rendered
        const page = { path, file: fileOf(path), digest, media }
        renderings.push({ page, reads })
        if (isWanted(page)) await sink({ file: page.file, pathname: path.pathname, body })
      } catch (error) {
        // What the sink throws (a full disk) is no fault of the page.
        if (!(error instanceof PageError)) throw error
        errors.push(renderError(path.pathname, error))
      }
    }
    if (errors.length > 0) throw new RenderErrors(errors)
    return renderings
  }

  const isNew = ({ file, digest }: Page) => pages.get(file)?.digest !== digest

  const planOf = (next: View, renderings: Rendering[], removed: Page[], finish: () => void): Publish => {
    const counts = new Map<string, number>()
    const needed = new Map<string, string>()
    const count = (names: readonly string[], by: number) => {
      for (const name of names) counts.set(name, (counts.get(name) ?? shown.get(name) ?? 0) + by)
    }
    for (const page of removed) count(page.media, -1)
    for (const { page } of renderings) {
      count(pages.get(page.file)?.media ?? [], -1)
      count(page.media, 1)
    }
    for (const { page } of renderings)
      for (const name of page.media) if (!shown.get(name)) needed.set(name, page.path.pathname)
    return {
      snapshot: next.snapshot,
      files: renderings.map(({ page }) => page.file),
      removed: removed.map(({ file }) => file),
      media: {
        needed,
        unused: [...counts].flatMap(([name, left]) => (left === 0 && shown.get(name) ? name : [])),
      },
      commit() {
        for (const page of removed) {
          pages.delete(page.file)
          dependencies.forget(page)
        }
        for (const { page, reads } of renderings) {
          // The page object stays the same, so that nothing that points to it goes stale.
          const known = pages.get(page.file)
          const kept = known ? Object.assign(known, page) : page
          pages.set(page.file, kept)
          dependencies.note(kept, reads)
        }
        for (const [name, left] of counts) {
          if (left > 0) shown.set(name, left)
          else shown.delete(name)
        }
        finish()
        view = next
        use(next.snapshot)
      },
    }
  }

  return {
    async openAll(batch, now, sink) {
      const next = viewOf(applied(emptySnapshot, batch.changes, batch.revision), now)
      const paths = unique(await withView(next, () => pathsOf(freshApp())))
      const renderings = await renderAll(next, paths, sink)
      const files = new Set(renderings.map(({ page }) => page.file))
      const removed = [...pages.values()].filter(({ file }) => !files.has(file))
      return planOf(next, renderings, removed, () => {})
    },

    async publish(batch, now, sink) {
      const next = viewOf(applied(view.snapshot, batch.changes, batch.revision), now)
      const difference = changedSources(view.snapshot, next.snapshot, batch.changes)
      const { pages: affected, same } = dependencies.affected(difference.sources, next)
      const appeared = async (of: View, before: View): Promise<PathWithRoute[]> => {
        if (!difference.hasLengths && difference.values.size === 0) return []
        const paths = await withNarrowing({ kind: 'new', before, difference }, () =>
          withView(of, () => pathsOf(freshApp())),
        )
        return paths.filter(({ route }) => route.pathname === undefined)
      }
      const removed = (await appeared(view, next)).flatMap((path) => pages.get(fileOf(path)) ?? [])
      for (const page of removed) affected.delete(page)
      const paths = unique([...[...affected].map(({ path }) => path), ...(await appeared(next, view))])
      const params = paths.filter(({ route }) => route.pathname === undefined).map(paramsOf)
      const renderings = await withNarrowing({ kind: 'these', params }, () =>
        renderAll(next, paths, sink, isNew),
      )
      return planOf(next, renderings, removed, () => dependencies.refresh(same))
    },

    snapshot: () => view.snapshot,
    has: (file) => pages.has(file),
    shows: (media) => shown.has(media),
    pathnames: () =>
      [...pages.values()].flatMap(({ path }) => (path.route.type === 'page' ? path.pathname : [])),
    nextChange: () => dependencies.nextChange(),
  }
}

/** Of two routes with one path Astro builds the first. */
function unique(paths: readonly PathWithRoute[]): PathWithRoute[] {
  const byFile = new Map<string, PathWithRoute>()
  for (const path of paths) if (!byFile.has(fileOf(path))) byFile.set(fileOf(path), path)
  return [...byFile.values()]
}
