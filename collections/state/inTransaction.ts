import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

const patienceMs = 15_000

/** Thrown inside a transaction to undo what was written and still answer with something. */
export class Undone<Value> extends Error {
  readonly value: Value

  constructor(value: Value) {
    super('Undone')
    this.name = 'Undone'
    this.value = value
  }
}

/**
 * Runs `work` in a transaction of the request and commits it. Two that want the same record meet as a conflict: the loser is
 * rolled back and tries again, so `work` reads what it decides on itself and does nothing outside of the database.
 */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + patienceMs
  for (let attempt = 1; ; attempt += 1) {
    await initTransaction(req)
    try {
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      // Only `work` throws it, with an answer of its own kind.
      if (error instanceof Undone) return error.value as T
      if (!isTransient(error) || Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * Math.min(attempt, 10)))
    }
  }
}

/** The driver says of such errors that the whole transaction may be repeated. */
const isTransient = (error: unknown): boolean =>
  error instanceof Error &&
  'hasErrorLabel' in error &&
  // A MongoError: only its class has the method.
  (error as Error & { hasErrorLabel: (label: string) => boolean }).hasErrorLabel('TransientTransactionError')
