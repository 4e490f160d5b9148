import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Reply = { status: number; body: string }

/**
 * One kept HTTP/1.1 connection that sends a request after the other: so lean that a benchmark on the same machine measures
 * the server and not its client. Knows replies with Content-Length or in chunks, as our servers give them.
 */
export const openConnection = async (port: number): Promise<Connection> => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return {
    send: (request) => exchange(socket, request),
    close: () => socket.destroy(),
  }
}

export type Connection = { send: (request: string) => Promise<Reply>; close: () => void }

/** A POST as bytes on the wire. */
export const post = (port: number, path: string, body: object, cookie = ''): string => {
  const text = JSON.stringify(body)
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Accept: application/json',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${text}`
}

const exchange = (socket: Socket, request: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    let received = ''
    const finish = (settle: () => void) => {
      socket.off('data', onData).off('error', onEnd).off('close', onEnd)
      settle()
    }
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1')
      const reply = parse(received)
      if (reply) finish(() => resolve(reply))
    }
    const onEnd = () => finish(() => reject(new Error('The connection broke')))
    socket.on('data', onData).once('error', onEnd).once('close', onEnd)
    socket.write(request)
  })

const parse = (text: string): Reply | null => {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = text.slice(0, end).toLowerCase()
  const rest = text.slice(end + 4)
  const status = Number(head.slice(9, 12))
  const length = /content-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? { status, body: utf8(rest) } : null
  if (status === 204 || status === 304) return { status, body: '' }
  return rest.endsWith('0\r\n\r\n') ? { status, body: utf8(unchunked(rest)) } : null
}

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8')

const unchunked = (text: string): string => {
  let body = ''
  for (let rest = text; ;) {
    const line = rest.indexOf('\r\n')
    const size = Number.parseInt(rest.slice(0, line), 16)
    if (!size) return body
    body += rest.slice(line + 2, line + 2 + size)
    rest = rest.slice(line + 4 + size)
  }
}
