import { PgConnectionLost, type PgConnection } from './pgConnection.ts'

/** Connections to PostgreSQL, made when needed, kept when free, never more than `max`. */
export interface PgPool {
  /** A connection for the caller alone until `release`. Waits when all are taken. */
  acquire(): Promise<PgConnection>
  /** Gives a connection back; a broken or dirty one is thrown away. */
  release(connection: PgConnection, options?: { isDirty?: boolean }): void
  close(): void
}

const acquireTimeoutMs = 20_000

export function createPgPool(options: { connect(): Promise<PgConnection>; max: number }): PgPool {
  const idle: PgConnection[] = []
  const waiting: { resolve(connection: PgConnection): void; reject(error: Error): void }[] = []
  let total = 0
  let isClosed = false

  async function open(): Promise<PgConnection> {
    total++
    try {
      return await options.connect()
    } catch (error) {
      total--
      serveNext()
      throw error instanceof PgConnectionLost ? error : new PgConnectionLost(error)
    }
  }

  function serveNext() {
    const next = waiting.shift()
    if (next) open().then(next.resolve, next.reject)
  }

  return {
    async acquire() {
      if (isClosed) throw new PgConnectionLost(new Error('the gateway is stopping'))
      for (let free = idle.pop(); free; free = idle.pop()) {
        if (!free.isClosed) return free
        total--
      }
      if (total < options.max) return open()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(entry), 1)
          reject(new PgConnectionLost(new Error('all connections are busy')))
        }, acquireTimeoutMs)
        const entry = {
          resolve: (connection: PgConnection) => (clearTimeout(timer), resolve(connection)),
          reject: (error: Error) => (clearTimeout(timer), reject(error)),
        }
        waiting.push(entry)
      })
    },
    release(connection, { isDirty = false } = {}) {
      if (isClosed || isDirty || connection.isClosed) {
        connection.destroy()
        total--
        if (!isClosed) serveNext()
        return
      }
      const next = waiting.shift()
      if (next) next.resolve(connection)
      else idle.push(connection)
    },
    close() {
      isClosed = true
      for (const connection of idle.splice(0)) connection.destroy()
      for (const { reject } of waiting.splice(0))
        reject(new PgConnectionLost(new Error('the gateway is stopping')))
    },
  }
}
