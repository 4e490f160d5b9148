import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { fixtureContent, type Content } from '../../../site/test/fixture/content.ts'
import { contentStream, fixtureNow } from '../../../site/test/fixture/index.ts'
import { writeMedia } from '../../../site/test/fixture/media.ts'
import { runAstroBuild } from '../astro-build.ts'
import { compile } from '../compile.ts'
import { listFiles } from '../list-files.ts'
import { isCompressed } from '../tree/compress.ts'
import { publicDir, searchNotesFile } from '../tree/layout.ts'

export const siteUrl = 'https://portal.example'
export const code = 'code-under-test'

export type SiteUnderTest = Awaited<ReturnType<typeof siteUnderTest>>

/** The fixture's content with its pictures and the compiled site, made once for the tests of a file. */
export const siteUnderTest = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resident-'))
  const mediaDir = join(folder, 'media')
  const media = await writeMedia(mediaDir)
  const compiled = await compile({ siteDir: folder, code, siteUrl, cmsUrl: '' })
  return {
    folder,
    mediaDir,
    compiled,
    content: (): Content => {
      const content = fixtureContent(fixtureNow)
      content.documents['media'] = structuredClone(media)
      return content
    },
    /** A data folder of its own, with the compiled site in it. */
    newSiteDir: (): string => {
      const siteDir = mkdtempSync(join(folder, 'site-'))
      mkdirSync(join(siteDir, 'releases'))
      cpSync(join(folder, 'compiled'), join(siteDir, 'compiled'), { recursive: true })
      return siteDir
    },
    /** What a clean `astro build` makes of the content at that moment: file → hash. */
    cleanBuild: async (content: Content, now: Date): Promise<Map<string, string>> => {
      const build = mkdtempSync(join(folder, 'build-'))
      const snapshotFile = join(build, 'snapshot.ndjson')
      writeFileSync(snapshotFile, contentStream(content))
      await runAstroBuild({
        folder: build,
        snapshotFile,
        siteUrl,
        cmsUrl: '',
        mediaDir,
        logFile: join(build, 'log'),
        now,
      })
      const tree = treeOf(join(build, 'public'))
      rmSync(build, { recursive: true })
      return tree
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** File → hash of its bytes, without compressed copies; throws when a copy is not that of its file. */
export const treeOf = (publicDir: string): Map<string, string> => {
  const files = [...listFiles(publicDir)].sort()
  for (const file of files.filter(isCompressed)) {
    const original = readFileSync(join(publicDir, file.replace(/\.(br|gz)$/, '')))
    const copy = readFileSync(join(publicDir, file))
    const text = file.endsWith('.br') ? brotliDecompressSync(copy) : gunzipSync(copy)
    if (!text.equals(original)) throw new Error(`${file} is a copy of another text`)
  }
  return new Map(
    files
      .filter((file) => !isCompressed(file))
      .map((file) => [file, hashOf(readFileSync(join(publicDir, file)))]),
  )
}

/** The tree of a release, without the files of former search indexes that are kept for their readers. */
export const releaseTree = (folder: string): Map<string, string> => {
  const tree = treeOf(publicDir(folder))
  // Written by tree/search-index.ts.
  const kept = JSON.parse(readFileSync(searchNotesFile(folder), 'utf8')) as Record<string, number>
  for (const file of Object.keys(kept)) tree.delete(`pagefind/${file}`)
  return tree
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64')

/** The files that are not the same in both. */
export const differences = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file))
