import { readdirSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'
import { searchFolder } from '../search/places.ts'

/** What /poisk/ loads. Pagefind also offers user interfaces and other languages. */
const loaded =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.ru\.pagefind|pagefind\.\w+\.pf_meta|(fragment|index)\/.+)$/

/** A plain `astro build` with the index that the rebuild service makes after a publish. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const publicDir = fileURLToPath(dir)
        const files = await makeSearchIndex(publicDir)
        for (const [file, bytes] of files) {
          const path = join(publicDir, searchFolder, file)
          await mkdir(dirname(path), { recursive: true })
          await writeFile(path, bytes)
        }
        logger.info(`файлов указателя: ${files.size}`)
      },
    },
  }
}

/**
 * The search index of the pages that are marked for it (see searchable.ts): path within its folder → bytes. Depends on
 * nothing but the pages: they are given one after the other in the order of their paths, since Pagefind numbers them as
 * they come. Its own walk through a folder would take them as the disk lists them.
 */
export async function makeSearchIndex(publicDir: string): Promise<Map<string, Uint8Array>> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'ru', excludeSelectors: notText })
    if (!index) throw new Error(errors.join('; '))
    for (const file of pagesIn(publicDir)) {
      const content = searchableOf(await readPage(join(publicDir, file)))
      if (content === null) continue
      const { errors } = await index.addHTMLFile({ url: `/${file.replace(/index\.html$/, '')}`, content })
      if (errors.length > 0) throw new Error(`страница /${file}: ${errors.join('; ')}`)
    }
    const { files, errors: faults } = await index.getFiles()
    if (faults.length > 0) throw new Error(faults.join('; '))
    return new Map(
      files
        .filter(({ path }) => loaded.test(path))
        .map(({ path, content }): [string, Uint8Array] => [path, content])
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  } finally {
    await close()
  }
}

function pagesIn(publicDir: string): string[] {
  return readdirSync(publicDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.html'))
    .sort()
}

/** Empty when a publish has just taken the page away: the next index follows. */
async function readPage(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

/** Parts of a page that are no sentence of it. */
const notText = ['.print-only', '.portrait', '.actions', 'ol.line']

/**
 * The marked part alone: styles and frame are four fifths of a page, and nobody searches them. The title is taken out of
 * the text, or excerpts would repeat it. Labels, captions and small print are set off, as they are on the screen.
 */
function searchableOf(html: string): string | null {
  const main = /<main [^>]*data-pagefind-body[^]*<\/main>/.exec(html)
  if (!main) return null
  const text = main[0]
    .replace('<h1', '<h1 data-pagefind-ignore data-pagefind-meta="title"')
    .replaceAll('</dt>', ':</dt> ')
    .replace(/<(?=span|small)/g, ' <')
    .replace(/(?<=[^.])<\/figcaption>/g, '.</figcaption>')
  return `<html lang="ru">${text}</html>`
}
