import net from 'node:net'
import { createCursors } from './cursors.ts'
import type { Gateway } from './context.ts'
import { dispatch } from './dispatch.ts'
import { createEngine } from './engine.ts'
import { createTransactions } from './transactions.ts'
import { createFrameReader } from './frames.ts'
import { messageHeaderBytes, messageLength, parseMessage, replyMessage } from './wire.ts'

/**
 * The process-side half of the embedded database: speaks MongoDB's wire protocol on a loopback port and passes
 * every command to DocumentDB. There is no authentication, so it binds 127.0.0.1 and takes nothing from elsewhere.
 */
export async function startGateway(options: {
  socketPath: string
  version: string
  port?: number
  log(line: string): void
}): Promise<{ address: string; stop(): Promise<void> }> {
  const engine = createEngine(options)
  const transactions = createTransactions(engine)
  const cursors = createCursors()
  const gateway: Gateway = { engine, transactions, cursors, address: '', version: options.version }
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    if (!isLoopback(socket.remoteAddress)) return void socket.destroy()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serve(gateway, socket, options.log)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as net.AddressInfo // listen() on TCP answers with an AddressInfo
  gateway.address = `127.0.0.1:${port}`
  return {
    address: gateway.address,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
      transactions.close()
      cursors.close()
      engine.close()
    },
  }
}

/** One connection: its requests are answered one after another, in order. */
function serve(gateway: Gateway, socket: net.Socket, log: (line: string) => void) {
  let work = Promise.resolve()
  const read = createFrameReader({
    headerBytes: messageHeaderBytes,
    lengthOf: messageLength,
    onFrame(message) {
      const request = parseMessage(message)
      work = work.then(async () => {
        const reply = await dispatch(gateway, request, socket)
        if (!request.isSilent && !socket.destroyed) socket.write(replyMessage(request, reply))
      })
    },
  })
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => void work.then(() => gateway.transactions.leave(socket)))
  socket.on('data', (chunk: Buffer) => {
    try {
      read(chunk)
    } catch (error) {
      log(`gateway: a client that does not speak MongoDB's protocol was disconnected (${String(error)})`)
      socket.destroy()
    }
  })
}

function isLoopback(address: string | undefined): boolean {
  return address === '127.0.0.1' || address === '::ffff:127.0.0.1'
}
