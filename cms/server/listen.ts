import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The port is not to be had; the message says so in Russian and what to do. */
export class ListenError extends Error {
  override name = 'ListenError'
}

/** Opens the port. @throws {ListenError} */
export const listen = (server: Server, { host, port }: { host: string; port: number }) =>
  new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(new ListenError(explain(error, host, port), { cause: error })),
    )
    server.listen(port, host, done)
  })

const explain = (error: NodeJS.ErrnoException, host: string, port: number) => {
  if (error.code === 'EADDRINUSE')
    return (
      `Порт ${port} занят другой программой. Остановите её (найти: ss -ltnp 'sport = :${port}') ` +
      `или выберите другой порт: PORT=${port === 3000 ? 3100 : port + 1} npm start`
    )
  if (error.code === 'EACCES')
    return `Нет прав открыть порт ${port}. Выберите порт от 1024, а порт 80 или 443 пусть открывает nginx или Caddy.`
  if (error.code === 'EADDRNOTAVAIL') return `У этой машины нет адреса ${host}. Проверьте настройку HOST.`
  return `Не удалось открыть порт ${port} на ${host}: ${error.message}`
}

/**
 * Returns a function that closes the server within seconds: idle and upgraded sockets go at once, a reply that is being
 * written has `graceMs` to finish.
 */
export const prepareClose = (server: Server, graceMs: number) => {
  const sockets = new Set<Socket>()
  const upgraded = new Set<{ destroy: () => void }>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  // Node hands an upgraded socket over and no longer closes it with the server.
  server.on('upgrade', (_req, socket) => {
    upgraded.add(socket)
    socket.once('close', () => upgraded.delete(socket))
  })
  return () =>
    new Promise<void>((done) => {
      const deadline = setTimeout(() => sockets.forEach((socket) => socket.destroy()), graceMs)
      server.close(() => {
        clearTimeout(deadline)
        done()
      })
      server.closeIdleConnections()
      upgraded.forEach((socket) => socket.destroy())
    })
}
