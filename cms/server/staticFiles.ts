import { readlink } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sendNoRelease } from './plainPages.ts'
import { redirectOf } from './redirects.ts'
import { isMissing, siteFilesOf, type OpenFile, type SiteFiles } from './siteFiles.ts'

/**
 * Serves the current release of the site: `<siteDir>/current/public`.
 * `current` is a symbolic link that the builder switches at any moment, so it is read once per request and everything
 * that request needs comes from the same release.
 */
export const serveSite = async (siteDir: string, req: IncomingMessage, res: ServerResponse) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const release = await currentRelease(siteDir)
  if (!release) return sendNoRelease(req, res)
  const files = await siteFilesOf(release)
  const { pathname, search } = splitUrl(req.url ?? '/')
  const path = safePath(pathname)
  if (path === null) return sendNotFound(files, req, res)

  if (path.endsWith('/index.html')) return sendRedirect(res, path.slice(0, -'index.html'.length) + search)

  const found = await files.open(path.endsWith('/') ? `${path}index.html` : path)
  if (found) return sendFile(found, { files, req, res, status: 200, urlPath: path })
  const folder = !path.endsWith('/') && (await files.open(`${path}/index.html`))
  if (folder) {
    await folder.handle.close()
    return sendRedirect(res, `${encodeURI(path)}/${search}`)
  }
  // A page that exists wins over a redirect left by an earlier one.
  const redirect = await redirectOf(files.pathOf('redirects.json'), path)
  if (redirect) return sendRedirect(res, encodeURI(redirect) + search)
  return sendNotFound(files, req, res)
}

/** The folder that `current` points to now, or null before the first release. */
export const currentRelease = async (siteDir: string) => {
  try {
    return resolve(siteDir, await readlink(join(siteDir, 'current')))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const splitUrl = (url: string) => {
  const at = url.indexOf('?')
  return at < 0 ? { pathname: url, search: '' } : { pathname: url.slice(0, at), search: url.slice(at) }
}

/** The decoded path, or null when it leaves the site, names a dotfile or cannot be a file's name. */
const safePath = (pathname: string) => {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null // a broken %-sequence names no file
  }
  const isSafe = path.startsWith('/') && !/[\\\0]/.test(path) && !/\/(\.|\/)/.test(path)
  return isSafe ? path : null
}

type Reply = { files: SiteFiles; req: IncomingMessage; res: ServerResponse; status: number; urlPath: string }

const sendFile = async (original: OpenFile, { files, req, res, status, urlPath }: Reply) => {
  const type = contentType(original.path)
  const name = urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath
  const accepted = req.headers['accept-encoding']
  const compressed = isText(type) ? await openCompressed(files, name, accepted) : null
  const file = compressed?.file ?? original
  if (compressed) await original.handle.close()
  try {
    res.setHeader('Content-Type', type)
    res.setHeader('Cache-Control', status === 200 ? cacheControl(urlPath) : 'no-cache')
    res.setHeader('ETag', file.etag)
    res.setHeader('Last-Modified', file.modified.toUTCString())
    if (isText(type)) res.setHeader('Vary', 'Accept-Encoding')
    if (compressed) res.setHeader('Content-Encoding', compressed.encoding)
    else res.setHeader('Accept-Ranges', 'bytes')
    if (urlPath.startsWith('/media/') && type === 'application/octet-stream')
      res.setHeader('Content-Disposition', 'attachment')

    if (status === 200 && isFresh(req, file)) {
      res.removeHeader('Content-Type')
      res.writeHead(304).end()
      return
    }
    const range = status === 200 && !compressed ? requestedRange(req, file) : null
    if (range === 'unsatisfiable') {
      res.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end()
      return
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 }
    if (range) res.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`)
    res.setHeader('Content-Length', end - start + 1)
    res.writeHead(range ? 206 : status)
    if (req.method === 'HEAD' || file.size === 0) res.end()
    else await pipeline(file.handle.createReadStream({ start, end, autoClose: false }), res)
  } catch (error) {
    if (!isClientGone(error)) throw error
  } finally {
    await file.handle.close()
  }
}

const sendNotFound = async (files: SiteFiles, req: IncomingMessage, res: ServerResponse) => {
  const page = await files.open('/404.html')
  if (page) return sendFile(page, { files, req, res, status: 404, urlPath: '/404.html' })
  res.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Такой страницы нет.\n')
}

const sendRedirect = (res: ServerResponse, location: string) => {
  res.writeHead(301, { Location: location, 'Cache-Control': 'no-cache' }).end()
}

const openCompressed = async (files: SiteFiles, name: string, accepted: string | string[] | undefined) => {
  const header = String(accepted ?? '')
  for (const [encoding, suffix] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!new RegExp(`(^|[\\s,])${encoding}\\s*(,|$|;\\s*q=(?!0(\\.0*)?\\s*(,|$)))`).test(header)) continue
    const file = await files.open(name + suffix)
    if (file) return { encoding, file }
  }
  return null
}

/**
 * File names under these folders change with the content (hashes, upload names), so a copy never goes stale. Of the search
 * index these are all but its entry, its code and the like.
 */
const cacheControl = (path: string) =>
  /^\/(_astro|media|pagefind\/(fragment|index))\/|^\/pagefind\/.+\.pf_meta$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache'

// RFC 9110, 13.2.2: If-None-Match wins over If-Modified-Since.
const isFresh = (req: IncomingMessage, file: OpenFile) => {
  const match = req.headers['if-none-match']
  if (match !== undefined) return match.split(',').some((tag) => ['*', file.etag].includes(tag.trim()))
  const since = Date.parse(req.headers['if-modified-since'] ?? '')
  return since >= Math.trunc(file.modified.getTime() / 1000) * 1000
}

// RFC 9110, 14: one range is answered; several, or a malformed one, get the whole file.
const requestedRange = (req: IncomingMessage, file: OpenFile) => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(req.headers.range ?? '')
  if (!match || (!match[1] && !match[2])) return null
  const condition = req.headers['if-range']
  if (condition !== undefined && condition !== file.modified.toUTCString()) return null
  const start = match[1] ? Number(match[1]) : Math.max(0, file.size - Number(match[2]))
  const end = match[1] && match[2] ? Math.min(Number(match[2]), file.size - 1) : file.size - 1
  return start > end ? ('unsatisfiable' as const) : { start, end }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.vtt': 'text/vtt; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const contentType = (path: string) => {
  if (path.endsWith('/rss.xml')) return 'application/rss+xml; charset=utf-8'
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

const isText = (type: string) => type.includes('charset') || type === 'application/wasm'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
const isClientGone = (error: unknown) =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'].includes(
    String(codeOf(error)),
  )
