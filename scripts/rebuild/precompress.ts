import { existsSync, linkSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { listFiles } from './list-files.ts'

const compressible = /\.(html|css|js|mjs|svg|xml|json|ics|txt|webmanifest)$/
/** Below one packet compression saves nothing. */
const smallest = 1024

/**
 * Lays <file>.br and <file>.gz beside text files. A file shared with the previous release takes that release's
 * compressed files along. Assets with a hashed name are compressed hard: they rarely change.
 */
export const precompress = (
  publicDir: string,
  shared?: { previousDir: string; files: ReadonlySet<string> },
) => {
  for (const file of listFiles(publicDir)) {
    const path = join(publicDir, file)
    if (!compressible.test(file) || statSync(path).size < smallest) continue
    if (shared?.files.has(file) && takeAlong(join(shared.previousDir, file), path)) continue
    const content = readFileSync(path)
    const quality = file.startsWith('_astro/') ? 11 : 5
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 6 }))
  }
}

const takeAlong = (previous: string, path: string): boolean => {
  if (!existsSync(`${previous}.br`) || !existsSync(`${previous}.gz`)) return false
  linkSync(`${previous}.br`, `${path}.br`)
  linkSync(`${previous}.gz`, `${path}.gz`)
  return true
}
