import net from 'node:net'
import { createFrameReader } from './frames.ts'

/**
 * A PostgreSQL client for exactly what the gateway needs: one unix socket, no password, binary parameters and
 * binary results. The common `pg` package decodes every result column as UTF-8 text, which destroys a BSON
 * document; here a column stays the Buffer that came over the socket.
 */
export interface PgConnection {
  /** Runs one statement. A string parameter goes as text, a Buffer as binary; every column comes back as binary. */
  query(sql: string, params?: PgParam[]): Promise<PgRow[]>
  readonly isClosed: boolean
  /** Rejects what is under way and closes the socket at once. */
  destroy(): void
}

export type PgParam = string | Buffer | null
export type PgRow = (Buffer | null)[]

/** An error that PostgreSQL itself answered. */
export class PgError extends Error {
  readonly sqlState: string
  readonly detail: string
  readonly constraint: string
  constructor(fields: Map<string, string>) {
    super(fields.get('M') ?? 'PostgreSQL error')
    this.name = 'PgError'
    this.sqlState = fields.get('C') ?? 'XX000'
    this.detail = fields.get('D') ?? ''
    this.constraint = fields.get('n') ?? ''
  }
}

/** The connection to PostgreSQL broke or could not be made: the statement may or may not have been carried out. */
export class PgConnectionLost extends Error {
  constructor(cause?: unknown) {
    super('the connection to the embedded PostgreSQL was lost', { cause })
    this.name = 'PgConnectionLost'
  }
}

interface Pending {
  resolve(rows: PgRow[]): void
  reject(error: Error): void
  rows: PgRow[]
  error?: Error
  /** The statement this query is the first to prepare, until PostgreSQL says that it has. */
  preparing?: string | undefined
}

/** Connects and resolves when PostgreSQL is ready for the first statement. `settings` hold for the session. */
export function connectPg(options: {
  socketPath: string
  user: string
  database: string
  settings: Record<string, string>
}): Promise<PgConnection> {
  const socket = net.connect(options.socketPath)
  const prepared = new Map<string, string>()
  const queue: Pending[] = []
  let closed = false
  let nextName = 0

  const started = new Promise<PgRow[]>((resolve, reject) => queue.push({ resolve, reject, rows: [] }))
  socket.on('connect', () => socket.write(startupMessage(options)))
  socket.on(
    'data',
    createFrameReader({
      headerBytes: 5,
      lengthOf: (header) => header.readInt32BE(1) + 1,
      onFrame: (frame) => onMessage(frame[0]!, frame.subarray(5)),
    }),
  )
  socket.on('error', (error) => fail(error))
  socket.on('close', () => fail())

  function fail(cause?: unknown) {
    closed = true
    socket.destroy()
    for (const pending of queue.splice(0)) pending.reject(pending.error ?? new PgConnectionLost(cause))
  }

  function onMessage(type: number, body: Buffer) {
    const current = queue[0]
    if (!current) return
    switch (type) {
      case 0x31: // ParseComplete
        current.preparing = undefined
        break
      case 0x44: // DataRow
        current.rows.push(readRow(body))
        break
      case 0x45: // ErrorResponse
        current.error = new PgError(readFields(body))
        break
      case 0x52: // Authentication: the cluster trusts its own socket, anything else is not ours
        if (body.readInt32BE(0) !== 0) fail(new Error('PostgreSQL asks for a password'))
        break
      case 0x5a: // ReadyForQuery
        queue.shift()
        if (current.error) {
          if (current.preparing) prepared.delete(current.preparing)
          current.reject(current.error)
        } else current.resolve(current.rows)
        break
    }
  }

  const connection: PgConnection = {
    get isClosed() {
      return closed
    },
    destroy: () => fail(),
    query(sql, params = []) {
      if (closed) return Promise.reject(new PgConnectionLost())
      return new Promise((resolve, reject) => {
        const pending: Pending = { resolve, reject, rows: [] }
        // Without parameters it is a transaction's border or an EXPLAIN: not worth a named statement for good.
        const isNamed = params.length > 0
        let name = isNamed ? prepared.get(sql) : undefined
        const messages: Buffer[] = []
        if (name === undefined) {
          name = isNamed ? `s${nextName++}` : ''
          if (isNamed) {
            prepared.set(sql, name)
            pending.preparing = sql
          }
          messages.push(message('P', cstring(name), cstring(sql), int16(0)))
        }
        messages.push(bindMessage(name, params), message('E', cstring(''), int32(0)), message('S'))
        queue.push(pending)
        socket.write(Buffer.concat(messages))
      })
    },
  }
  return started.then(() => connection)
}

function startupMessage(options: {
  user: string
  database: string
  settings: Record<string, string>
}): Buffer {
  const pairs = {
    user: options.user,
    database: options.database,
    client_encoding: 'UTF8',
    ...options.settings,
  }
  const body = Buffer.concat([
    int32(196608),
    ...Object.entries(pairs).flatMap(([name, value]) => [cstring(name), cstring(value)]),
    Buffer.from([0]),
  ])
  return Buffer.concat([int32(body.length + 4), body])
}

function bindMessage(name: string, params: PgParam[]): Buffer {
  const parts = [cstring(''), cstring(name), int16(params.length)]
  for (const param of params) parts.push(int16(Buffer.isBuffer(param) ? 1 : 0))
  parts.push(int16(params.length))
  for (const param of params) {
    if (param === null) parts.push(int32(-1))
    else {
      const bytes = Buffer.isBuffer(param) ? param : Buffer.from(param, 'utf8')
      parts.push(int32(bytes.length), bytes)
    }
  }
  parts.push(int16(1), int16(1))
  return message('B', ...parts)
}

function readRow(body: Buffer): PgRow {
  const row: PgRow = []
  let offset = 2
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const length = body.readInt32BE(offset)
    offset += 4
    if (length < 0) row.push(null)
    else {
      // Copied: the socket's buffer is reused while this document still waits to be sent.
      row.push(Buffer.from(body.subarray(offset, offset + length)))
      offset += length
    }
  }
  return row
}

function readFields(body: Buffer): Map<string, string> {
  const fields = new Map<string, string>()
  let offset = 0
  while (body[offset]) {
    const end = body.indexOf(0, offset + 1)
    fields.set(String.fromCharCode(body[offset]!), body.toString('utf8', offset + 1, end))
    offset = end + 1
  }
  return fields
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body])
}

function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf8')
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeInt16BE(value)
  return buffer
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}
