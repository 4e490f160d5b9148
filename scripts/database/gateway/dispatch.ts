import { clusterTime } from './admin.ts'
import { decode, encode, withFields } from './bson.ts'
import { handlerOf } from './commands.ts'
import { parseCommand, type Command, type Gateway, type ParsedCommand } from './context.ts'
import { MongoWireError, codeName, codes, toMongoError } from './errors.ts'
import type { Transaction } from './transactions.ts'
import type { WireRequest } from './wire.ts'

/**
 * Carries out one request, which came over the connection `client`, and gives the raw reply. Never throws: every fault
 * becomes an error reply.
 */
export async function dispatch(gateway: Gateway, request: WireRequest, client: object): Promise<Buffer> {
  let isInTransaction = false
  let name = ''
  try {
    const parsed = parseCommand(request, client)
    name = parsed.name
    isInTransaction = Boolean(parsed.session?.isInTransaction)
    const reply = await carryOut(gateway, parsed, request)
    return withFields(reply, () => false, clusterTime())
  } catch (error) {
    return errorReply(toMongoError(error), { isInTransaction, name })
  }
}

async function carryOut(gateway: Gateway, parsed: ParsedCommand, request: WireRequest): Promise<Buffer> {
  const { session } = parsed
  if (parsed.name === 'commitTransaction' || parsed.name === 'abortTransaction') {
    if (!session) throw new MongoWireError(codes.noSuchTransaction, `${parsed.name} needs a session`)
    if (parsed.name === 'commitTransaction') await gateway.transactions.commit(session)
    else await gateway.transactions.abort(session)
    return encode({ ok: 1 })
  }
  if (parsed.name === 'endSessions' || parsed.name === 'killSessions') {
    const sessions = (decode(parsed.body)[parsed.name] ?? []) as {
      id?: { toString(encoding: 'hex'): string }
    }[]
    for (const { id } of sessions) if (id) gateway.transactions.endSession(id.toString('hex'))
    return encode({ ok: 1 })
  }
  const handler = handlerOf(parsed.name)
  const transaction: Transaction | undefined = session?.isInTransaction
    ? await gateway.transactions.enter(session)
    : undefined
  const command: Command = {
    gateway,
    name: parsed.name,
    db: parsed.db,
    target: parsed.target,
    body: parsed.body,
    sequences: request.sequences,
    retryId: transaction ? null : (session?.retryId ?? null),
    session,
    transaction,
    run: (sql, params) => (transaction ?? gateway.engine).run(sql, params),
  }
  try {
    return await handler(command)
  } catch (error) {
    await transaction?.abort()
    throw error
  }
}

function errorReply(error: MongoWireError, where: { isInTransaction: boolean; name: string }): Buffer {
  const labels = new Set(error.labels)
  if (where.name === 'commitTransaction') {
    if (error.code === codes.shutdownInProgress) labels.add('UnknownTransactionCommitResult')
  } else if (where.isInTransaction) {
    labels.delete('RetryableWriteError')
    if (error.code === codes.writeConflict || error.code === codes.shutdownInProgress) {
      labels.add('TransientTransactionError')
    }
  }
  return encode({
    ok: 0,
    errmsg: error.message,
    code: error.code,
    codeName: codeName(error.code),
    ...error.extra,
    ...(labels.size ? { errorLabels: [...labels] } : {}),
    ...clusterTime(),
  })
}
