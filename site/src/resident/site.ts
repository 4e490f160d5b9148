import {
  applied,
  changedSources,
  emptySnapshot,
  use,
  viewOf,
  withNarrowing,
  withView,
  type Batch,
  type Snapshot,
  type View,
} from '../cms/resident.ts'
import { fileOf, freshApp, paramsOf, pathsOf, type PathWithRoute } from './astro.ts'
import { createDependencies } from './dependencies.ts'
import { RenderErrors, type RenderError } from './renderErrors.ts'
import { allPaths, byFile, renderPages, type Page, type Rendering, type Sink } from './renderPages.ts'
import { inTurns, renderingsOf, type Share, type Turns } from './share.ts'

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

export interface Site {
  /**
   * Every page of a full reading of the content. `sink` gets every file, but for those that a helper renders.
   * @throws RenderErrors
   */
  openAll(
    batch: Pick<Batch, 'changes' | 'revision'>,
    now: Date,
    sink: Sink,
    helper?: Helper,
  ): Promise<Publish>
  /**
   * The pages that differ after the changes and at that time. `sink` gets the files whose bytes are others.
   * @throws RenderErrors
   */
  publish(batch: Pick<Batch, 'changes' | 'revision'>, now: Date, sink: Sink): Promise<Publish>
  snapshot(): Snapshot
  has(file: string): boolean
  /** Whether a page shows the upload. */
  shows(media: string): boolean
  /** Paths of all pages, with a slash at the end, for the map of the site; feeds and data files are none. */
  pathnames(): string[]
  /** The next moment (ms since 1970) at which a page can differ without an edit; Infinity when none can. */
  nextChange(): number
}

/** Another process that does a part of a full rendering. */
export interface Helper {
  /** Those of this process. */
  turns: Turns
  share: Promise<Share>
}

/** The whole site in memory: the content, and for each page what it was made from. Its pages' bytes are not kept. */
export function createSite(): Site {
  const dependencies = createDependencies<Page>()
  const pages = new Map<string, Page>()
  /** Upload → how many pages show it. */
  const shown = new Map<string, number>()
  let view: View = viewOf(emptySnapshot, new Date(0))

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
    async openAll(batch, now, sink, helper = alone()) {
      const next = viewOf(applied(emptySnapshot, batch.changes, batch.revision), now)
      const paths = await allPaths(next)
      const [own, other] = await Promise.all([
        renderPages(next, inTurns(paths.values(), helper.turns), sink),
        helper.share,
      ])
      throwAny([...own.errors, ...other.errors])
      const renderings = [...own.renderings, ...renderingsOf(other, next, paths)]
      const removed = [...pages.values()].filter(({ file }) => !paths.has(file))
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
      const paths = byFile([...[...affected].map(({ path }) => path), ...(await appeared(next, view))])
      const params = [...paths.values()].filter(({ route }) => route.pathname === undefined).map(paramsOf)
      const { renderings, errors } = await withNarrowing({ kind: 'these', params }, () =>
        renderPages(next, paths.values(), sink, isNew),
      )
      throwAny(errors)
      return planOf(next, renderings, removed, () => dependencies.refresh(same))
    },

    snapshot: () => view.snapshot,
    has: (file) => pages.has(file),
    shows: (media) => shown.has(media),
    pathnames: () =>
      [...pages.values()].flatMap(({ path: { route, pathname } }) =>
        route.type === 'page' ? pathname.replace(/\/?$/, '/') : [],
      ),
    nextChange: () => dependencies.nextChange(),
  }
}

function throwAny(errors: readonly RenderError[]) {
  if (errors.length > 0) throw new RenderErrors(errors)
}

function alone(): Helper {
  return {
    turns: { own: 0, of: 1 },
    share: Promise.resolve({ pages: [], errors: [] }),
  }
}
