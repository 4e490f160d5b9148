import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { sendPlainPage } from './plainPages.ts'

/** Development: everything that is not the CMS comes from `astro dev`, hot reload socket included. */
export const createDevProxy = (target: string) => ({
  handle: (req: IncomingMessage, res: ServerResponse) => {
    const upstream = forward(target, req)
    upstream.on('response', (reply) => {
      res.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(res)
    })
    upstream.on('error', () => {
      if (res.headersSent) res.destroy()
      else
        sendPlainPage(req, res, {
          status: 502,
          title: 'astro dev не отвечает',
          text: `Сервер разработки сайта ожидается на ${target}. Он запускается вместе с npm run dev.`,
          retrySeconds: 2,
        })
    })
    req.pipe(upstream)
  },

  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const upstream = forward(target, req)
    upstream.on('upgrade', (reply, upstreamSocket, upstreamHead) => {
      const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${String(value)}`)
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('\r\n')}\r\n\r\n`)
      if (upstreamHead.length > 0) socket.write(upstreamHead)
      if (head.length > 0) upstreamSocket.write(head)
      upstreamSocket.pipe(socket).pipe(upstreamSocket)
      for (const side of [socket, upstreamSocket])
        side.on('error', () => {
          socket.destroy()
          upstreamSocket.destroy()
        })
      socket.on('close', () => upstreamSocket.destroy())
    })
    upstream.on('response', () => socket.destroy()) // the site's server refused the upgrade
    upstream.on('error', () => socket.destroy())
    upstream.end()
  },
})

const forward = (target: string, req: IncomingMessage) => {
  const { hostname, port } = new URL(target)
  const headers = { ...req.headers, host: `${hostname}:${port}` }
  return request({ hostname, port, path: req.url, method: req.method, headers })
}
