import { withView, type Reads, type View } from '../cms/resident.ts'
import { addressOf, fileOf, freshApp, pathsOf, renderWith, type PathWithRoute } from './astro.ts'
import { PageError, renderError, type RenderError } from './renderErrors.ts'

/** A file of the site that differs from what the last publish left. */
export interface RenderedFile {
  /** Relative to the site's folder. */
  file: string
  pathname: string
  body: Uint8Array
}

export type Sink = (file: RenderedFile) => void | Promise<void>

/** What is remembered of a page once its bytes have been handed on. */
export interface Page {
  path: PathWithRoute
  file: string
  digest: string
  /** Names of the uploads it shows. */
  media: readonly string[]
}

export interface Rendering {
  page: Page
  reads: Reads
}

/** Renders one page after the other; `sink` gets the files of those that are wanted. A page that fails is no end. */
export async function renderPages(
  of: View,
  paths: Iterable<PathWithRoute>,
  sink: Sink,
  isWanted = (_: Page) => true,
): Promise<{ renderings: Rendering[]; errors: RenderError[] }> {
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
  return { renderings, errors }
}

/** Every page there is of a view, by its file. */
export async function allPaths(of: View): Promise<Map<string, PathWithRoute>> {
  return byFile(await withView(of, () => pathsOf(freshApp())))
}

/** Of two routes with one path Astro builds the first. */
export function byFile(paths: Iterable<PathWithRoute>): Map<string, PathWithRoute> {
  const files = new Map<string, PathWithRoute>()
  for (const path of paths) {
    const file = fileOf(path)
    if (!files.has(file)) files.set(file, path)
  }
  return files
}
