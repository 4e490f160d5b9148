/** A cursor between two pages: the engine keeps nothing but what its continuation document says. */
export interface OpenCursor {
  db: string
  namespace: string
  continuation: Buffer
  /** The session's transaction the cursor was opened in, if any. */
  transactionKey: string | undefined
  lastUsedAt: number
}

export interface Cursors {
  open(id: bigint, cursor: Omit<OpenCursor, 'lastUsedAt'>): void
  /** Takes the cursor out: a getMore that succeeds puts it back with its new continuation. */
  take(id: bigint): OpenCursor | undefined
  kill(id: bigint): boolean
  close(): void
}

/** MongoDB's cursorTimeoutMillis. */
const idleLimitMs = 600_000

export function createCursors(): Cursors {
  const cursors = new Map<bigint, OpenCursor>()
  const sweep = setInterval(() => {
    const limit = Date.now() - idleLimitMs
    for (const [id, cursor] of cursors) if (cursor.lastUsedAt < limit) cursors.delete(id)
  }, 30_000)
  sweep.unref()

  return {
    open(id, cursor) {
      cursors.set(id, { ...cursor, lastUsedAt: Date.now() })
    },
    take(id) {
      const cursor = cursors.get(id)
      cursors.delete(id)
      return cursor
    },
    kill: (id) => cursors.delete(id),
    close() {
      clearInterval(sweep)
      cursors.clear()
    },
  }
}
