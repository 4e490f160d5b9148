import next from 'next'
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { apiPolicy, adminPolicy } from './securityHeaders.ts'

export type NextAdmin = {
  handle: (req: IncomingMessage, res: ServerResponse, kind: 'admin' | 'api') => Promise<void>
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void
  stop: () => Promise<void>
}

type Options = { dir: string; port: number; isDevelopment: boolean; isHttps: boolean }

/** Next's custom server: the admin and, behind it, Payload's REST API. */
export const startNextAdmin = async ({ dir, port, isDevelopment, isHttps }: Options): Promise<NextAdmin> => {
  // Next hangs its own `upgrade` listener on the server it is given. Ours decides who gets a socket, so Next is given
  // one that never listens and sees only what `upgrade` below passes on.
  const sockets = createServer()
  const app = next({
    dev: isDevelopment,
    dir,
    port,
    hostname: 'localhost',
    httpServer: sockets,
    quiet: !isDevelopment,
  })
  await app.prepare()
  const handler = app.getRequestHandler()
  return {
    handle: async (req, res, kind) => {
      preferRussian(req)
      if (kind === 'admin') {
        const policy = adminPolicy(randomBytes(16).toString('base64'), { isHttps, isDevelopment })
        req.headers['content-security-policy'] = policy // Next takes the nonce from here into its scripts
        res.setHeader('Content-Security-Policy', policy)
        res.setHeader('X-Robots-Tag', 'noindex, nofollow')
      } else {
        // A visitor's own header must not choose the nonce.
        delete req.headers['content-security-policy']
        res.setHeader('Content-Security-Policy', apiPolicy)
      }
      await handler(req, res)
    },
    upgrade: (req, socket, head) => sockets.emit('upgrade', req, socket, head),
    stop: () => app.close(),
  }
}

/** Russian unless the editor has chosen otherwise in the account (the cookie), whatever the browser was installed in. */
const preferRussian = (req: IncomingMessage) => {
  if (!/(^|;\s*)payload-lng=/.test(req.headers.cookie ?? '')) req.headers['accept-language'] = 'ru'
}
