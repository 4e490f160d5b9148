/**
 * Runs work on one thing one after the other within this process. It decides nothing: several processes still meet in the
 * database, whose conditions do. It only keeps hundreds of transactions from waiting for the same row, each with a connection.
 */
export const inTurn = <T>(key: string, work: () => Promise<T>): Promise<T> => {
  const before = queues.get(key) ?? Promise.resolve()
  const own = before.then(work, work)
  queues.set(key, own)
  const leave = () => {
    if (queues.get(key) === own) queues.delete(key)
  }
  own.then(leave, leave)
  return own
}

const queues = new Map<string, Promise<unknown>>()
