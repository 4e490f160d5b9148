import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const skipped =
  /^(node_modules|\.next|\.astro|dist|test|\.data)$|\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$/

/** Everything the pages depend on besides the content: a release with another hash is built anew. */
export const siteCodeHash = (siteUrl: string): string =>
  inputsHash(['site', 'collections', 'package-lock.json'], [siteUrl], /\.schema\.ts$/)

/** Everything `next build` reads. */
export const cmsCodeHash = (): string =>
  inputsHash(['cms', 'collections', 'package-lock.json', 'tsconfig.base.json'])

/** Hash of files by content, so that a fresh clone or a changed date builds nothing twice. */
const inputsHash = (paths: string[], values: string[] = [], onlyInCollections?: RegExp): string => {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      if (path === 'collections' && onlyInCollections && !onlyInCollections.test(file)) continue
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  for (const value of values) hash.update(value).update('\0')
  return hash.digest('hex').slice(0, 16)
}

function* filesUnder(path: string): Generator<string> {
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!skipped.test(name)) yield* filesUnder(join(path, name))
  }
}
