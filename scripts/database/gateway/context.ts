import { decode, rawFields, withFields, type Doc } from './bson.ts'
import type { Cursors } from './cursors.ts'
import type { Engine } from './engine.ts'
import type { PgParam, PgRow } from './pgConnection.ts'
import type { Transaction, TransactionRequest, Transactions } from './transactions.ts'
import { commandName, type WireRequest } from './wire.ts'

/** What every connection of the gateway shares. */
export interface Gateway {
  engine: Engine
  transactions: Transactions
  cursors: Cursors
  /** host:port, as the driver reaches it. */
  address: string
  version: string
}

/** One command under way. */
export interface Command {
  gateway: Gateway
  name: string
  db: string
  /** The command without what is the driver's own business (session, transaction, concerns). */
  body: Buffer
  sequences: Map<string, Buffer>
  /** The first field's value when it is a string: nearly always the collection. */
  target: string
  /** Makes a write that a driver sends twice apply once; null for everything else. */
  retryId: string | null
  session: TransactionRequest | undefined
  transaction: Transaction | undefined
  run(sql: string, params: PgParam[]): Promise<PgRow[]>
}

const driverFields = new Set([
  'lsid',
  'txnNumber',
  'startTransaction',
  'autocommit',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'mayBypassWriteBlocking',
])

export interface ParsedCommand {
  name: string
  db: string
  target: string
  body: Buffer
  session: (TransactionRequest & { isInTransaction: boolean; retryId: string | null }) | undefined
}

/** Reads what the gateway itself must know of a command and takes the driver's fields off it. */
export function parseCommand(request: WireRequest, client: object): ParsedCommand {
  const { body } = request
  const head = new Map<string, unknown>()
  for (const field of rawFields(body)) {
    if (!driverFields.has(field.name) && field.name !== '$db' && field.start !== 4) continue
    head.set(field.name, oneField(body, field))
  }
  const name = commandName(body)
  const lsid = head.get('lsid') as { id?: { toString(encoding: 'hex'): string } } | undefined
  const sessionId = lsid?.id?.toString('hex')
  const txnNumber = head.has('txnNumber') ? String(head.get('txnNumber')) : undefined
  const target = head.get(name)
  const db = head.get('$db')
  const readConcern = head.get('readConcern') as Doc | undefined
  return {
    name,
    db: typeof db === 'string' ? db : 'admin',
    target: typeof target === 'string' ? target : '',
    body: withFields(body, (field) => driverFields.has(field) || field.startsWith('$')),
    session: sessionId
      ? {
          client,
          sessionId,
          txnNumber: txnNumber ?? '',
          isStart: head.get('startTransaction') === true,
          isSnapshot: readConcern?.['level'] === 'snapshot',
          isInTransaction: head.get('autocommit') === false,
          retryId: txnNumber !== undefined ? `${sessionId}:${txnNumber}` : null,
        }
      : undefined,
  }
}

function oneField(body: Buffer, field: { name: string; start: number; end: number }): unknown {
  const slice = body.subarray(field.start, field.end)
  const doc = Buffer.alloc(slice.length + 5)
  doc.writeInt32LE(doc.length, 0)
  slice.copy(doc, 4)
  return decode(doc)[field.name]
}
