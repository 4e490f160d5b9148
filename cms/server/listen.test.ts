import { createServer, request, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { listen, prepareClose } from './listen.ts'

const servers: Server[] = []
const serve = (answer: RequestListener = () => {}) => {
  const server = createServer(answer)
  servers.push(server)
  return server
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const portOf = (server: Server) => (server.address() as AddressInfo).port // a listening TCP server has one

describe('listen', () => {
  it('names the taken port and what to do, in Russian', async () => {
    const first = serve()
    await new Promise<void>((done) => first.listen(0, '127.0.0.1', done))
    const port = portOf(first)
    await expect(listen(serve(), { host: '127.0.0.1', port })).rejects.toThrow(
      new RegExp(`^Порт ${port} занят другой программой\\..*PORT=${port + 1} npm start`, 's'),
    )
  })
})

describe('prepareClose', () => {
  it('closes at once although a browser keeps its connection open', async () => {
    const server = serve((_req, res) => res.end('ok'))
    const close = prepareClose(server, 60_000)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await (await fetch(`http://127.0.0.1:${portOf(server)}`)).text()
    const startedAt = Date.now()
    await close()
    expect(Date.now() - startedAt).toBeLessThan(1000)
  })

  it('destroys upgraded sockets, which Node no longer counts', async () => {
    const server = serve()
    server.on('upgrade', (_req, socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
    )
    const close = prepareClose(server, 60_000)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const headers = { connection: 'upgrade', upgrade: 'x' }
    const client = request({ port: portOf(server), host: '127.0.0.1', headers })
    const ended = new Promise((done) =>
      client.on('upgrade', (_res, socket) => {
        socket.on('error', () => {}) // a reset is one way of ending
        socket.on('close', done)
        void close()
      }),
    )
    client.end()
    await ended
  })

  it('cuts a reply that does not end within the grace', async () => {
    const server = serve((_req, res) => res.write('never ends'))
    const close = prepareClose(server, 100)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const reply = await fetch(`http://127.0.0.1:${portOf(server)}`)
    await close()
    await expect(reply.text()).rejects.toThrow()
  })
})
