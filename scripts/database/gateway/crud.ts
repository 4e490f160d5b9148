import { inTurn } from '../../../collections/state/inTurn.ts'
import { decode, decodeLossless, encode, rawFields, splitSequence, withFields, type Doc } from './bson.ts'
import type { Command } from './context.ts'
import { MongoWireError, codeOf, codes, isWriteConflict, unpackSqlState } from './errors.ts'
import { describeDuplicate, duplicateOf } from './duplicates.ts'
import type { PgRow } from './pgConnection.ts'
import { rewriteAggregate } from './rewrites/aggregate.ts'
import { rewriteFilter, rewriteStatementFilters } from './rewrites/filter.ts'
import { deleteFirstById, findAndModifyFirstById, updatesFirstById } from './rewrites/firstById.ts'
import { rewriteFind } from './rewrites/find.ts'
import { metaFindAsAggregate } from './rewrites/metaFind.ts'

const writes = {
  insert: { sql: 'SELECT * FROM documentdb_api.insert($1,$2,$3,$4)', sequence: 'documents' },
  update: { sql: 'SELECT * FROM documentdb_api.update($1,$2,$3,$4)', sequence: 'updates' },
  delete: { sql: 'SELECT * FROM documentdb_api.delete($1,$2,$3,$4)', sequence: 'deletes' },
} as const
/**
 * MongoDB itself repeats an upsert that lost the race for a unique key: the winner's document is there now and takes the
 * update. One that breaks another unique index fails in every turn. It also repeats a single write outside of a
 * transaction that ran into a write conflict; here that can be a deadlock of writes to one key.
 */
const repeatTurns = 5
const findAndModifySql = 'SELECT * FROM documentdb_api.find_and_modify($1,$2,$3)'

export async function write(command: Command, kind: keyof typeof writes): Promise<Buffer> {
  const { sql, sequence } = writes[kind]
  const { body, statements: asked } = takeStatements(command, sequence)
  const statements = kind === 'insert' ? asked : rewriteStatementFilters(asked)
  if (kind === 'delete') {
    const query = deleteFirstById(statements)
    if (query) return deleteFirst(command, query)
  }
  const ordered = kind === 'update' ? updatesFirstById(statements) : statements
  const send = async () => (await command.run(sql, [command.db, body, ordered, command.retryId]))[0]!
  let [result, success] = await send()
  for (let turn = 0; turn < repeatTurns && !success?.[0] && mayRepeat(command, ordered, result!); turn += 1) {
    // One after the other: together they would only meet again.
    ;[result, success] = await inTurn(`${command.db}.${command.target}`, send)
  }
  if (success?.[0]) return result!
  const reply = decodeLossless(result!)
  const writeErrors = Array.isArray(reply['writeErrors']) ? (reply['writeErrors'] as Doc[]) : []
  const operations = splitSequence(statements).map((bytes) => decode(bytes))
  reply['writeErrors'] = await Promise.all(
    writeErrors.map((error) => describeWriteError(command, kind, error, operations[Number(error['index'])])),
  )
  if (command.transaction) {
    await command.transaction.abort()
    const conflict = (reply['writeErrors'] as Doc[]).find((error) => isWriteConflict(Number(error['code'])))
    if (conflict) throw new MongoWireError(codes.writeConflict, String(conflict['errmsg']))
  }
  return encode(reply)
}

export async function findAndModify(command: Command): Promise<Buffer> {
  // The engine refuses a hint here; a hint chooses a plan, never a result.
  const body = findAndModifyFirstById(
    rewriteFilter(
      withFields(command.body, (name) => name === 'hint'),
      'query',
    ),
  )
  const spec = decode(command.body)
  const isLoneUpsert = spec['upsert'] === true && !command.transaction
  for (let turn = 0; ; turn += 1) {
    try {
      return only(await command.run(findAndModifySql, [command.db, body, command.retryId]))
    } catch (error) {
      const duplicate = duplicateOf(error)
      if (!duplicate) throw error
      if (isLoneUpsert && turn < repeatTurns) continue
      await command.transaction?.abort()
      throw await describeDuplicate(command, duplicate, { q: spec['query'], u: spec['update'] }, error)
    }
  }
}

export function find(command: Command): Promise<Buffer> {
  const asAggregate = metaFindAsAggregate(command.body)
  if (asAggregate) return aggregate({ ...command, body: asAggregate })
  const body = rewriteFind(command.body)
  return firstPage(command, 'SELECT * FROM find_cursor_first_page($1,$2)', body)
}

export function aggregate(command: Command): Promise<Buffer> {
  const body = rewriteAggregate(command.body)
  return firstPage(command, 'SELECT * FROM aggregate_cursor_first_page($1,$2)', body)
}

export async function firstPage(command: Command, sql: string, body: Buffer): Promise<Buffer> {
  const rows = await command.run(sql, [command.db, body])
  const [page, continuation, persist, cursorId] = rows[0]!
  if (persist?.[0]) {
    throw new MongoWireError(
      codes.commandNotSupported,
      'The engine asked for a cursor bound to its connection',
    )
  }
  if (continuation && cursorId) {
    command.gateway.cursors.open(cursorId.readBigInt64BE(), {
      db: command.db,
      namespace: `${command.db}.${command.target}`,
      continuation,
      transactionKey: command.transaction && command.session?.sessionId,
    })
  }
  return page!
}

export async function getMore(command: Command): Promise<Buffer> {
  const field = rawFields(command.body)[0]!
  const id = command.body.readBigInt64LE(field.valueStart)
  const cursor = command.gateway.cursors.take(id)
  if (!cursor) throw new MongoWireError(codes.cursorNotFound, `cursor id ${id} not found`)
  const rows = await command.run('SELECT * FROM cursor_get_more($1,$2,$3)', [
    cursor.db,
    command.body,
    cursor.continuation,
  ])
  const [page, continuation] = rows[0]!
  if (continuation) command.gateway.cursors.open(id, { ...cursor, continuation })
  return page!
}

export async function killCursors(command: Command): Promise<Buffer> {
  const ids = (decodeLossless(command.body)['cursors'] ?? []) as { toString(): string }[]
  const cursorsKilled: unknown[] = []
  const cursorsNotFound: unknown[] = []
  for (const id of ids) {
    const isKilled = command.gateway.cursors.kill(BigInt(id.toString()))
    ;(isKilled ? cursorsKilled : cursorsNotFound).push(id)
  }
  if (cursorsKilled.length) {
    await command.run('SELECT documentdb_api_internal.delete_cursors($1::text::bigint[])', [
      `{${cursorsKilled.map(String).join(',')}}`,
    ])
  }
  return encode({ cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 })
}

/** A command whose SQL function takes (db, command) and answers with the reply itself. */
export async function simple(command: Command, sql: string): Promise<Buffer> {
  return only(await command.run(sql, [command.db, rewriteFilter(command.body, 'query')]))
}

export function only(rows: PgRow[]): Buffer {
  const value = rows[0]?.[0]
  if (!value) throw new MongoWireError(8, 'The engine answered nothing')
  return value
}

/** The statements of a write, from a document sequence or (tools send it so) from an array within the command. */
function takeStatements(command: Command, name: string): { body: Buffer; statements: Buffer } {
  const statements = command.sequences.get(name)
  if (statements) return { body: command.body, statements }
  const field = rawFields(command.body).find((candidate) => candidate.name === name)
  if (!field)
    throw new MongoWireError(40414, `BSON field '${command.name}.${name}' is missing but a required field`)
  const list = command.body.subarray(field.valueStart, field.end)
  const items = rawFields(list).map((item) => list.subarray(item.valueStart, item.end))
  return {
    body: withFields(command.body, (candidate) => candidate === name),
    statements: Buffer.concat(items),
  }
}

/** Whether a write of one statement lost a race that its repetition does not lose: nothing of it was carried out. */
const mayRepeat = (command: Command, statements: Buffer, result: Buffer): boolean => {
  const [first, ...others] = splitSequence(statements)
  if (command.transaction || !first || others.length > 0) return false
  const [error] = (decode(result)['writeErrors'] ?? []) as Doc[]
  if (!error) return false
  const code = codeOf(unpackSqlState(Number(error['code'])))
  return isWriteConflict(code) || (code === codes.duplicateKey && decode(first)['upsert'] === true)
}

async function deleteFirst(command: Command, query: Buffer): Promise<Buffer> {
  const spec = encode({
    findAndModify: command.target,
    query: decodeLossless(query),
    remove: true,
    sort: { _id: 1 },
  })
  const reply = decode(only(await command.run(findAndModifySql, [command.db, spec, command.retryId])))
  return encode({ n: reply['value'] ? 1 : 0, ok: 1 })
}

async function describeWriteError(
  command: Command,
  kind: keyof typeof writes,
  error: Doc,
  operation: Doc | undefined,
): Promise<Doc> {
  const code = codeOf(unpackSqlState(Number(error['code'])))
  const message = String(error['errmsg'])
  if (code !== codes.duplicateKey) return { ...error, code }
  const target = kind === 'insert' ? { document: operation } : { q: operation?.['q'], u: operation?.['u'] }
  const described = await describeDuplicate(command, { message, detail: '' }, target, undefined)
  return { ...error, code, ...described.extra, errmsg: described.message }
}
