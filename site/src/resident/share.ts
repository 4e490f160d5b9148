import { applied, emptySnapshot, viewOf, type Batch, type Reading, type View } from '../cms/resident.ts'
import type { PathWithRoute } from './astro.ts'
import { allPaths, renderPages, type Page, type Rendering, type Sink } from './renderPages.ts'
import type { RenderError } from './renderErrors.ts'

/**
 * A full rendering can be shared by processes that have the same content: each takes its turns of the list that all of them
 * know. What another one rendered comes back as plain data.
 */
export interface Share {
  pages: (Omit<Page, 'path'> & { reads: Reading[] })[]
  errors: RenderError[]
}

/** Whose turn: number `own` of `of`. */
export interface Turns {
  own: number
  of: number
}

/** A process's part of a full rendering. */
export async function renderShare(
  { changes, revision }: Pick<Batch, 'changes' | 'revision'>,
  now: Date,
  turns: Turns,
  sink: Sink,
): Promise<Share> {
  const view = viewOf(applied(emptySnapshot, changes, revision), now)
  const paths = await allPaths(view)
  const { renderings, errors } = await renderPages(view, inTurns(paths.values(), turns), sink)
  const pages = renderings.map(({ page: { file, digest, media }, reads }) => ({
    file,
    digest,
    media,
    reads: [...reads.values()],
  }))
  return { pages, errors }
}

/** The paths that fall to one process: some neighbours at a time, which read the same of the content. */
export function* inTurns(paths: Iterable<PathWithRoute>, { own, of }: Turns): Generator<PathWithRoute> {
  const atOnce = 16
  let index = 0
  for (const path of paths) {
    if (Math.floor(index / atOnce) % of === own) yield path
    index += 1
  }
}

/** What another process rendered, as if it had been done here. */
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
