import { applied, emptySnapshot, viewOf, type Batch, type Reading, type View } from '../cms/resident.ts'
import type { PathWithRoute } from './astro.ts'
import { allPaths, renderPages, type Page, type Rendering, type Sink } from './renderPages.ts'
import type { RenderError } from './renderErrors.ts'

/**
 * A full rendering can be shared by threads that have the same content: each takes the next few pages of the list that all
 * of them know, until none is left. What the others rendered comes back as plain data.
 */
export interface Share {
  pages: (Omit<Page, 'path'> & { reads: Reading[] })[]
  errors: RenderError[]
}

/** Where the list has been taken to; a shared Int32 at 0. */
export type Takings = Int32Array<SharedArrayBuffer>

/** A thread's part of a full rendering, with the files of the whole. */
export async function renderShare(
  { changes, revision }: Pick<Batch, 'changes' | 'revision'>,
  now: Date,
  takings: Takings,
  sink: Sink,
): Promise<Share & { files: string[] }> {
  const view = viewOf(applied(emptySnapshot, changes, revision), now)
  const paths = await allPaths(view)
  const { renderings, errors } = await renderPages(view, taken([...paths.values()], takings), sink)
  const pages = renderings.map(({ page: { file, digest, media }, reads }) => ({
    file,
    digest,
    media,
    reads: [...reads.values()],
  }))
  return { pages, errors, files: [...paths.keys()] }
}

/** The paths that fall to this thread. */
export function* taken(paths: readonly PathWithRoute[], takings: Takings): Generator<PathWithRoute> {
  const atOnce = 16
  for (;;) {
    const start = Atomics.add(takings, 0, atOnce)
    if (start >= paths.length) return
    yield* paths.slice(start, start + atOnce)
  }
}

/** What another thread rendered, as if it had been done here. */
export function renderingsOf(
  { pages }: Share,
  view: View,
  paths: ReadonlyMap<string, PathWithRoute>,
): Rendering[] {
  return pages.flatMap(({ reads, ...page }) => {
    const path = paths.get(page.file)
    // One object for each reading, whoever was first to ask.
    const own = (reading: Reading) => view.answers.get(reading.key)?.reading ?? reading
    return path
      ? { page: { ...page, path }, reads: new Map(reads.map((reading) => [reading.key, own(reading)])) }
      : []
  })
}
