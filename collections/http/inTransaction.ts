import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/** Thrown inside a transaction to undo what was written and still answer with something. */
export class Undone<Value> extends Error {
  readonly value: Value

  constructor(value: Value) {
    super('Undone')
    this.name = 'Undone'
    this.value = value
  }
}

/** Runs `work` in one transaction of the request; an error, or `Undone` with an answer, undoes what it wrote. */
export const inTransaction = async <Value>(
  req: PayloadRequest,
  work: () => Promise<Value>,
): Promise<Value> => {
  const isOurs = await initTransaction(req)
  try {
    const value = await work()
    if (isOurs) await commitTransaction(req)
    return value
  } catch (error) {
    if (isOurs) await killTransaction(req)
    // Only `work` throws it, with an answer of its own kind.
    if (error instanceof Undone) return error.value as Value
    throw error
  }
}
