import { createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface MediaSource {
  /** Folder of the uploads on this machine. */
  mediaDir: string | null
  cmsUrl: string
}

const atOnce = 8

/**
 * Brings the files into a folder: hard links from the uploads when they are here, otherwise over HTTP from the CMS.
 * A file that is missing stops the build: a page without its picture must not go live.
 */
export async function bringMedia(names: ReadonlyMap<string, string>, folder: string, source: MediaSource) {
  if (names.size === 0) return
  await mkdir(folder, { recursive: true })
  const queue = [...names]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await bring(next, folder, source)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function bring([name, page]: [string, string], folder: string, { mediaDir, cmsUrl }: MediaSource) {
  if (/[/\\]/.test(name) || name.startsWith('.'))
    throw new Error(`страница ${page}: неверное имя файла «${name}»`)
  const target = join(folder, name)
  if (await exists(target)) return
  if (mediaDir) await linkOrCopy(join(mediaDir, name), target).catch(missing(name, page, mediaDir))
  else await download(`${cmsUrl}/api/snapshot/media/${encodeURIComponent(name)}`, target, { name, page })
}

/** Uploads are written once and never changed in place, so a hard link is a copy for free. */
async function linkOrCopy(from: string, to: string) {
  await link(from, to).catch((error: NodeJS.ErrnoException) => {
    // Another file system, or one that has no links.
    if (error.code === 'EXDEV' || error.code === 'EPERM' || error.code === 'EMLINK') return copyFile(from, to)
    throw error
  })
}

async function download(url: string, target: string, { name, page }: { name: string; page: string }) {
  const response = await fetch(url).catch(missing(name, page, url))
  if (!response.ok || !response.body)
    throw new Error(`страница ${page}: файл «${name}» не получен, ответ ${response.status} на ${url}`)
  const part = `${target}.part`
  await pipeline(response.body, createWriteStream(part))
  const expected = Number(response.headers.get('content-length') ?? Number.NaN)
  const { size } = await stat(part)
  if (!Number.isNaN(expected) && !response.headers.has('content-encoding') && expected !== size) {
    await rm(part)
    throw new Error(`страница ${page}: файл «${name}» пришёл не целиком (${size} из ${expected} байт)`)
  }
  await rename(part, target)
}

function missing(name: string, page: string, place: string) {
  return (cause: NodeJS.ErrnoException): never => {
    const reason =
      cause.code === 'ENOENT' ? `нет файла «${name}» в ${place}` : `файл «${name}» не получен из ${place}`
    throw new Error(`страница ${page}: ${reason}`, { cause })
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
