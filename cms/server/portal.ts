import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { handleEndpoints } from 'payload'
import type { Duplex } from 'node:stream'
import { addressHeader } from '../../collections/http/address.schema.ts'
import type { Env } from '../env.ts'
import { outageMessage } from '../databaseOutage.ts'
import { createApiGuard, sendError } from './apiGuards.ts'
import type { Cms } from './cms.ts'
import { createDevProxy } from './devProxy.ts'
import { sendFetchResponse, toFetchRequest } from './fetchBridge.ts'
import { sendHealth } from './health.ts'
import type { NextAdmin } from './nextAdmin.ts'
import { sendAdminUnavailable } from './plainPages.ts'
import { clientAddress } from './rateLimit.ts'
import { apiPolicy, setCommonHeaders, sitePolicy } from './securityHeaders.ts'
import { serveSite } from './staticFiles.ts'

export type Portal = {
  env: Pick<Env, 'siteUrl' | 'siteDevUrl' | 'streamHosts'>
  siteDir: string
  cms: Cms
  /** Next, or null until it has started. */
  admin: () => NextAdmin | null
  servePreview: (req: IncomingMessage, res: ServerResponse, pathname: string) => Promise<void>
  log: (error: unknown, message: string) => void
}

/** The one port: the site, /admin and /api. Which part answers is decided here and nowhere else. */
export const createPortal = (portal: Portal): Server => {
  const { siteUrl, siteDevUrl, streamHosts } = portal.env
  const isHttps = siteUrl.startsWith('https:')
  const dev = siteDevUrl === null ? null : createDevProxy(siteDevUrl)
  const mayPass = createApiGuard()

  const route = async (req: IncomingMessage, res: ServerResponse) => {
    setCommonHeaders(res, { isHttps })
    // Whoever sends this header himself is not believed.
    req.headers[addressHeader] = clientAddress(req)
    const pathname = (req.url ?? '/').replace(/\?.*$/s, '')
    const area = areaOf(pathname)
    if (area === 'health') return sendHealth(res, portal)
    if (area === 'preview') return portal.servePreview(req, res, pathname)
    if (area === 'site') {
      if (dev) return dev.handle(req, res)
      res.setHeader('Content-Security-Policy', sitePolicy({ isHttps, streamHosts }))
      return serveSite(portal.siteDir, req, res)
    }
    if (!mayPass(req, res, pathname)) return
    if (area === 'api') return answerApi(portal, req, res, pathname)
    return answerAdmin(portal, req, res, pathname)
  }

  const server = createServer((req, res) => {
    route(req, res).catch((error: unknown) => {
      portal.log(error, `${req.method} ${loggedPath(req.url ?? '/')}`)
      if (res.headersSent) res.destroy()
      else sendError(res, 500, 'Внутренняя ошибка сервера. Попробуйте ещё раз.')
    })
  })
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const admin = portal.admin()
    if (dev && areaOf(req.url ?? '/') === 'site') dev.upgrade(req, socket, head)
    else if (dev && admin) admin.upgrade(req, socket, head)
    else socket.destroy() // production has no sockets
  })
  return server
}

/** Without its query, and without keys to private pages. */
const loggedPath = (url: string): string => url.replace(/\?.*$/s, '').replace(/[\w-]{24,}/g, '…')

const areaOf = (path: string) => {
  if (path === '/healthz') return 'health'
  if (/^\/preview\//.test(path)) return 'preview'
  if (/^\/api(\/|$)/.test(path)) return 'api'
  if (/^\/(admin|_next)(\/|$)/.test(path) || path.startsWith('/__nextjs')) return 'admin'
  return 'site'
}

const answerAdmin = async (portal: Portal, req: IncomingMessage, res: ServerResponse, pathname: string) => {
  const admin = portal.admin()
  const isFile = pathname.startsWith('/_next/')
  const state = portal.cms.state()
  if (!admin || (state !== 'up' && !isFile)) {
    // A form keeps asking for its own state while the editor types: plain text is what Next shows as the error.
    if (req.headers['next-action'] !== undefined) return sendText(res, 503, outageMessage)
    return sendAdminUnavailable(req, res, state === 'down' ? 'down' : 'starting')
  }
  await admin.handle(req, res, 'admin')
}

/**
 * Ends a read that still hangs when the database turns out to be away. A browser opens six connections to a host: held by
 * pictures that never come, they would keep the admin's outage notice from asking. Writes stay: they may yet arrive.
 */
const endWhenDown = (portal: Portal, req: IncomingMessage, res: ServerResponse) => {
  if (req.method !== 'GET') return
  const timer = setInterval(() => {
    if (portal.cms.state() === 'down' && !res.headersSent) res.destroy()
  }, 500)
  res.once('close', () => clearInterval(timer))
}

const answerApi = async (portal: Portal, req: IncomingMessage, res: ServerResponse, pathname: string) => {
  const admin = portal.admin()
  const config = hotPaths.test(pathname) ? portal.cms.config() : null
  const state = portal.cms.state()
  if (state !== 'up' || !(admin ?? config)) {
    // Payload's admin logs the editor out, and the unsaved text with it, on any reply to a refresh but 200; a broken
    // connection it only reports.
    if (pathname.endsWith('/refresh-token')) return res.destroy()
    res.setHeader('Retry-After', 5)
    return sendError(
      res,
      503,
      state === 'down' ? outageMessage : 'Портал запускается. Повторите через несколько секунд.',
    )
  }
  endWhenDown(portal, req, res)
  if (!config) return admin?.handle(req, res, 'api')
  // These are asked for often, or stream: Next would cost them a millisecond of CPU each and a copy of the stream.
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  const request = toFetchRequest(req, portal.env.siteUrl, gone.signal)
  const response = await handleEndpoints({ config, request })
  // Pages that residents get as an answer have the frame of the site, and with it a policy of their own.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const { siteUrl, streamHosts } = portal.env
  const isHttps = siteUrl.startsWith('https:')
  res.setHeader('Content-Security-Policy', isPage ? sitePolicy({ isHttps, streamHosts }) : apiPolicy)
  await sendFetchResponse(response, res)
}

const hotPaths =
  /^\/api\/(snapshot|publications|forms|questions|polls|wishes|join|told|live|streams|hearings\/[^/]+\/sheets?\.pdf)(\/|$)/

const sendText = (res: ServerResponse, status: number, text: string) => {
  res.setHeader('Cache-Control', 'no-store')
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(text)
}
