import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { CollectionSlug, Payload } from 'payload'
import { documentPath, hasPage } from '../../collections/documentPath.schema.ts'
import { verifyPreviewToken, type PreviewTarget } from '../../collections/http/previewToken.schema.ts'
import { sign, signatureHeader } from '../../collections/http/signature.schema.ts'
import type { Env } from '../env.ts'
import type { Cms } from './cms.ts'
import { referencedMedia, type MediaDocument } from './referencedMedia.ts'
import { sendAdminUnavailable, sendPlainPage } from './plainPages.ts'
import { sitePolicy } from './securityHeaders.ts'

type Options = {
  env: Pick<Env, 'payloadSecret' | 'rebuildUrl' | 'rebuildSecret' | 'dataDir' | 'siteUrl' | 'streamHosts'>
  cms: Cms
  isDevelopment: boolean
}

/**
 * GET /preview/<token>: the newest draft of one document on the real design of the site. The token is the permission:
 * whoever was given the link sees this document for half an hour, and nothing else.
 */
export const createPreview = ({ env, cms, isDevelopment }: Options) => {
  const show = async (req: IncomingMessage, res: ServerResponse, pathname: string) => {
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('X-Robots-Tag', 'noindex, nofollow')
    // The address is the key, so it must not travel to another site.
    res.setHeader('Referrer-Policy', 'no-referrer')
    if (pathname === '/preview/banner.css') return sendBannerStyle(res)

    // There the CMS lives inside Next's bundle, out of this server's reach.
    if (isDevelopment) return sendPlainPage(req, res, notInDevelopment)

    const [, , token = '', folder, file] = pathname.split('/')
    const target = verifyPreviewToken({ token, secret: env.payloadSecret, now: new Date() })
    if (target === 'invalid' || target === 'expired') return sendRefusal(req, res, target)
    const payload = cms.payload()
    if (!payload || cms.state() !== 'up')
      return sendAdminUnavailable(req, res, cms.state() === 'down' ? 'down' : 'starting')

    const draft = await loadDraft(payload, target)
    if (!draft) return sendRefusal(req, res, 'invalid')
    if (folder === 'media') return sendMedia(res, draft.media, join(env.dataDir, 'media'), file ?? '')
    const page = await render(env, draft)
    if ('error' in page) {
      return sendPlainPage(req, res, {
        status: 502,
        title: 'Предпросмотр не получился',
        text: escape(page.error),
      })
    }
    res.setHeader(
      'Content-Security-Policy',
      sitePolicy({ isHttps: env.siteUrl.startsWith('https:'), streamHosts: env.streamHosts }),
    )
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.writeHead(200).end(asPreview(page.html, draft.media, token))
  }
  return show
}

const notInDevelopment = {
  status: 501,
  title: 'Предпросмотр работает в npm start',
  text:
    'Портал запущен для разработки (npm run dev), и черновики здесь не показываются. ' +
    'Остановите его, запустите npm start и нажмите «Предпросмотр» ещё раз.',
}

type Draft = {
  path: string
  overlay: { collection: string; id: string; doc: object }[]
  media: MediaDocument[]
}

const loadDraft = async (payload: Payload, { collection, id }: PreviewTarget): Promise<Draft | null> => {
  if (!hasPage(collection)) return null
  const doc = await payload.findByID({
    collection: collection satisfies CollectionSlug,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    // The signed token was given by a member of the staff and names exactly this document.
    overrideAccess: true,
  })
  if (!doc) return null
  const slug = doc.slug || `chernovik-${id}` // an unnamed draft has no address yet
  const media = await referencedMedia(payload, doc)
  return {
    path: documentPath(collection, slug),
    // The page asks for published documents: what is laid over them must look like one.
    overlay: [
      { collection, id, doc: { ...doc, slug, _status: 'published' } },
      ...media.map((file) => ({ collection: 'media', id: String(file.id), doc: file })),
    ],
    media,
  }
}

const render = async (
  { rebuildUrl, rebuildSecret }: Options['env'],
  { path, overlay }: Draft,
): Promise<{ html: string } | { error: string }> => {
  const body = JSON.stringify({ path, overlay, sentAt: new Date().toISOString() })
  try {
    const response = await fetch(`${rebuildUrl}/render`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', [signatureHeader]: sign(body, rebuildSecret) },
      signal: AbortSignal.timeout(25_000),
    })
    const text = await response.text()
    return response.ok ? { html: text } : { error: errorIn(text) }
  } catch (cause) {
    const isLate = cause instanceof Error && cause.name === 'TimeoutError'
    return {
      error: isLate
        ? 'Страница строилась слишком долго. Попробуйте ещё раз через минуту.'
        : 'Служба сборки сайта не отвечает. Попробуйте ещё раз через минуту; если не помогло, сообщите администратору портала.',
    }
  }
}

const errorIn = (text: string) => {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'error' in body) return `Причина: ${String(body.error)}.`
  } catch {
    // not JSON: the reason is not for an editor's eyes
  }
  return 'Служба сборки сайта ответила ошибкой. Подробности — в её журнале.'
}

/** Marks the page as a draft, and takes its files from the CMS: the site does not have those of a draft yet. */
const asPreview = (html: string, media: MediaDocument[], token: string) => {
  const ofDraft = new Set(media.flatMap(filesOf).map(({ filename }) => filename))
  return html
    .replaceAll(/(?<=["'\s,])\/media\/([^"'\s,]+)/g, (address, name: string) =>
      ofDraft.has(decodeURIComponent(name)) ? `/preview/${token}${address}` : address,
    )
    .replace(
      /<head>/,
      `<head><meta name="robots" content="noindex"><link rel="stylesheet" href="/preview/banner.css">`,
    )
    .replace(
      /<body[^>]*>/,
      `$&<p class="preview-banner" role="status"><strong>Черновик.</strong> Так запись будет выглядеть на сайте. ` +
        `Ссылка действует 30 минут; жители этой страницы не видят.</p>`,
    )
}

const sendBannerStyle = (res: ServerResponse) => {
  res.setHeader('Content-Type', 'text/css; charset=utf-8')
  res.end(
    '.preview-banner{margin:0;padding:.75rem 1rem;background:#fff3d1;color:#6f4b00;border-bottom:2px solid #6f4b00;' +
      "font:1rem/1.4 'Golos Text','Segoe UI',Roboto,Arial,sans-serif}@media print{.preview-banner{border:2px solid}}",
  )
}

const sendMedia = async (res: ServerResponse, media: MediaDocument[], mediaDir: string, name: string) => {
  const file = media.flatMap(filesOf).find(({ filename }) => filename === decodeURIComponent(name))
  if (!file) {
    res.writeHead(404).end()
    return
  }
  res.setHeader('Content-Type', file.mimeType)
  try {
    await pipeline(createReadStream(join(mediaDir, basename(file.filename))), res)
  } catch (error) {
    if (res.headersSent) return // the reader went away
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isMissing) throw error
    res.writeHead(404).end()
  }
}

const filesOf = ({ filename, mimeType, sizes }: MediaDocument) =>
  [{ filename, mimeType }, ...Object.values(sizes ?? {})].flatMap((file) =>
    file?.filename && file.mimeType ? [{ filename: file.filename, mimeType: file.mimeType }] : [],
  )

const sendRefusal = (req: IncomingMessage, res: ServerResponse, why: 'invalid' | 'expired') =>
  sendPlainPage(req, res, {
    status: why === 'expired' ? 410 : 404,
    title: why === 'expired' ? 'Срок ссылки истёк' : 'Ссылка не действует',
    text:
      'Откройте запись в редакции и нажмите «Предпросмотр» ещё раз: ' +
      'ссылка на черновик действует 30 минут.',
  })

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
