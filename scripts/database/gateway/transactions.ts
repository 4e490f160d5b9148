import { acquireOrWait, type Engine } from './engine.ts'
import { MongoWireError, codes } from './errors.ts'
import { PgConnectionLost, type PgConnection, type PgParam, type PgRow } from './pgConnection.ts'

/** One transaction of a driver's session: one PostgreSQL connection from its first command to commit or abort. */
export interface Transaction {
  readonly state: 'active' | 'committed' | 'aborted'
  run(sql: string, params: PgParam[]): Promise<PgRow[]>
  /** Rolls back after a failed command: MongoDB aborts the whole transaction then, and so do we. */
  abort(): Promise<void>
}

export interface TransactionRequest {
  /** The connection the command came over. */
  client: object
  sessionId: string
  txnNumber: string
  isStart: boolean
  /** readConcern «snapshot» → REPEATABLE READ; else READ COMMITTED, in which concurrent updates wait instead of failing. */
  isSnapshot: boolean
}

export interface Transactions {
  /** The session's transaction for a command, begun if the command says so. */
  enter(request: TransactionRequest): Promise<Transaction>
  commit(request: TransactionRequest): Promise<void>
  abort(request: TransactionRequest): Promise<void>
  endSession(sessionId: string): void
  /** The connection is gone: what was open on it is rolled back soon, unless its session goes on over another one. */
  leave(client: object): void
  close(): void
}

/** MongoDB's transactionLifetimeLimitSeconds. */
const lifetimeMs = 60_000
/** MongoDB keeps what a killed process has left open for the whole of that time; others wait for its rows meanwhile. */
const orphanMs = 3_000
const transient = { labels: ['TransientTransactionError'] }

interface Entry {
  client: object
  txnNumber: string
  state: Transaction['state']
  connection?: PgConnection
  timer?: NodeJS.Timeout
  begun: Promise<unknown>
}

export function createTransactions(engine: Engine): Transactions {
  const sessions = new Map<string, Entry>()

  function finish(entry: Entry, state: 'committed' | 'aborted', isDirty = false) {
    entry.state = state
    clearTimeout(entry.timer)
    if (entry.connection) engine.transactions.release(entry.connection, { isDirty })
    delete entry.connection
  }

  async function rollBack(entry: Entry) {
    if (entry.state !== 'active') return
    const connection = entry.connection
    entry.state = 'aborted'
    clearTimeout(entry.timer)
    delete entry.connection
    if (!connection) return
    const isClean = await connection.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    engine.transactions.release(connection, { isDirty: !isClean })
  }

  function rollBackIn(entry: Entry, ms: number) {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void rollBack(entry), ms)
    entry.timer.unref()
  }

  async function begin(request: TransactionRequest): Promise<Entry> {
    const previous = sessions.get(request.sessionId)
    const entry: Entry = {
      client: request.client,
      txnNumber: request.txnNumber,
      state: 'active',
      begun: Promise.resolve(),
    }
    sessions.set(request.sessionId, entry)
    entry.begun = (async () => {
      if (previous) await rollBack(previous)
      await engine.waitUntilReady()
      const connection = await acquireOrWait(engine.transactions, () => engine.waitUntilReady())
      if (entry.state !== 'active') return engine.transactions.release(connection)
      entry.connection = connection
      rollBackIn(entry, lifetimeMs)
      await connection.query(
        request.isSnapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN ISOLATION LEVEL READ COMMITTED',
      )
    })()
    try {
      await entry.begun
    } catch (error) {
      finish(entry, 'aborted', true)
      throw error
    }
    return entry
  }

  function find(request: TransactionRequest): Entry {
    const entry = sessions.get(request.sessionId)
    if (!entry || entry.txnNumber !== request.txnNumber) {
      throw new MongoWireError(
        codes.noSuchTransaction,
        `Given transaction number ${request.txnNumber} does not match any in-progress transactions.`,
        transient,
      )
    }
    if (entry.client !== request.client) {
      entry.client = request.client
      if (entry.state === 'active') rollBackIn(entry, lifetimeMs)
    }
    return entry
  }

  function refuseAborted(entry: Entry): never {
    throw new MongoWireError(
      codes.noSuchTransaction,
      `Transaction with { txnNumber: ${entry.txnNumber} } has been aborted.`,
      transient,
    )
  }

  async function wasCommitted(xid: string): Promise<boolean> {
    if (!xid) return false
    const rows = await engine.run('SELECT pg_xact_status($1::text::xid8)', [xid])
    return rows[0]?.[0]?.toString() === 'committed'
  }

  return {
    async enter(request) {
      const entry = request.isStart ? await begin(request) : find(request)
      await entry.begun
      if (entry.state === 'aborted') refuseAborted(entry)
      if (entry.state === 'committed') {
        throw new MongoWireError(
          256,
          `Transaction with { txnNumber: ${entry.txnNumber} } has been committed.`,
        )
      }
      return {
        get state() {
          return entry.state
        },
        run(sql, params) {
          if (!entry.connection) refuseAborted(entry)
          return entry.connection.query(sql, params)
        },
        abort: () => rollBack(entry),
      }
    },
    async commit(request) {
      const entry = find(request)
      await entry.begun
      if (entry.state === 'committed') return
      if (entry.state === 'aborted' || !entry.connection) refuseAborted(entry)
      clearTimeout(entry.timer)
      delete entry.timer
      // Both statements leave in one go: should the connection break now, the number tells what became of it.
      const transactionId = entry.connection.query('SELECT pg_current_xact_id_if_assigned()::text')
      try {
        await Promise.all([transactionId, entry.connection.query('COMMIT')])
        finish(entry, 'committed')
      } catch (error) {
        const xid = await transactionId.then(
          (rows) => rows[0]?.[0]?.toString() ?? '',
          () => '',
        )
        const isCommitted = error instanceof PgConnectionLost && (await wasCommitted(xid))
        finish(entry, isCommitted ? 'committed' : 'aborted', true)
        if (!isCommitted) throw error
      }
    },
    async abort(request) {
      await rollBack(find(request))
    },
    endSession(sessionId) {
      const entry = sessions.get(sessionId)
      if (!entry) return
      sessions.delete(sessionId)
      void rollBack(entry)
    },
    leave(client) {
      for (const entry of sessions.values())
        if (entry.client === client && entry.state === 'active' && entry.timer) rollBackIn(entry, orphanMs)
    },
    close() {
      for (const entry of sessions.values()) finish(entry, 'aborted', true)
      sessions.clear()
    },
  }
}
