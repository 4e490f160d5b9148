import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, codes, isWriteConflict } from './errors.ts'
import {
  PgConnectionLost,
  PgError,
  connectPg,
  type PgConnection,
  type PgParam,
  type PgRow,
} from './pgConnection.ts'
import { createPgPool, type PgPool } from './pgPool.ts'

/** PostgreSQL with DocumentDB behind the gateway: statements outside transactions, and connections for transactions. */
export interface Engine {
  /** One statement on any connection; a write conflict is tried again, since nothing of it was carried out. */
  run(sql: string, params: PgParam[]): Promise<PgRow[]>
  transactions: PgPool
  /** False between the loss of PostgreSQL and its return: hello then says that there is no primary. */
  readonly isReady: boolean
  /** Resolves when PostgreSQL takes connections; throws PgConnectionLost after `timeoutMs`. */
  waitUntilReady(timeoutMs?: number): Promise<void>
  close(): void
}

const settings = {
  search_path: 'documentdb_api_catalog,documentdb_api,documentdb_core,public',
  'documentdb.enableCompositeIndexPlanner': 'on',
  'documentdb.use_pg_stats_live_tuples_for_count': 'off',
  'documentdb.useFileBasedPersistedCursors': 'on',
  'documentdb_core.enableCollation': 'on',
  application_name: 'portal-gateway',
}
const maxConnections = 24
const maxTransactions = 48
const conflictRetries = 20

export function createEngine(options: { socketPath: string; log(line: string): void }): Engine {
  let isReady = true
  let isClosed = false
  let recovery: Promise<void> | undefined

  async function connect(): Promise<PgConnection> {
    try {
      return await connectPg({
        socketPath: options.socketPath,
        user: 'postgres',
        database: 'postgres',
        settings,
      })
    } catch (error) {
      if (!isClosed) lost()
      throw error
    }
  }

  const pool = createPgPool({ connect, max: maxConnections })
  const transactions = createPgPool({ connect, max: maxTransactions })

  function lost() {
    if (!isReady || isClosed) return
    isReady = false
    options.log('gateway: the connection to PostgreSQL is lost, reconnecting')
    recovery = (async () => {
      while (!isClosed) {
        try {
          const probe = await connectPg({
            socketPath: options.socketPath,
            user: 'postgres',
            database: 'postgres',
            settings,
          })
          await probe.query('SELECT 1')
          probe.destroy()
          isReady = true
          options.log('gateway: connected to PostgreSQL again')
          return
        } catch {
          // Not back yet: the next attempt follows.
          await sleep(50)
        }
      }
    })()
  }

  async function waitUntilReady(timeoutMs = 10_000) {
    if (isReady) return
    const timeout = new AbortController()
    try {
      await Promise.race([recovery, sleep(timeoutMs, undefined, { signal: timeout.signal })])
    } finally {
      timeout.abort()
    }
    if (!isReady) throw new PgConnectionLost()
  }

  return {
    transactions,
    waitUntilReady,
    get isReady() {
      return isReady
    },
    async run(sql, params) {
      for (let attempt = 0; ; attempt++) {
        await waitUntilReady()
        const connection = await acquireOrWait(pool, waitUntilReady)
        try {
          return await connection.query(sql, params)
        } catch (error) {
          if (error instanceof PgConnectionLost || isShutdown(error)) lost()
          const canRetry = isConflict(error) || isSentinelRace(error)
          if (!canRetry || attempt >= conflictRetries) throw error
          await sleep(Math.random() * Math.min(5 * 2 ** attempt, 200))
        } finally {
          pool.release(connection)
        }
      }
    },
    close() {
      isClosed = true
      pool.close()
      transactions.close()
    },
  }
}

/** Taking a connection has not sent anything yet, so while PostgreSQL restarts it is safe to wait for it. */
export async function acquireOrWait(
  pool: PgPool,
  waitUntilReady: () => Promise<void>,
): Promise<PgConnection> {
  try {
    return await pool.acquire()
  } catch (error) {
    if (!(error instanceof PgConnectionLost)) throw error
    await waitUntilReady()
    return pool.acquire()
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof PgError && isWriteConflict(codeOf(error.sqlState))
}

function isShutdown(error: unknown): boolean {
  return error instanceof PgError && codeOf(error.sqlState) === codes.shutdownInProgress
}

/** Two first writes to a new database race for its metadata. */
function isSentinelRace(error: unknown): boolean {
  return (
    error instanceof PgError &&
    error.message.includes('Unable to create metadata database sentinel collection')
  )
}
