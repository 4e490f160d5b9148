import { decode, encode, type Doc } from './bson.ts'
import type { Command } from './context.ts'
import { MongoWireError, codeOf, codes } from './errors.ts'
import { mainIndexName } from './indexes.ts'
import { PgError } from './pgConnection.ts'

/**
 * A duplicate key in MongoDB's words. Payload turns `keyPattern` and `keyValue` into the error beside the field,
 * so both must be right; the engine names only the index.
 */
export interface Duplicate {
  message: string
  detail: string
}

export function duplicateOf(error: unknown): Duplicate | undefined {
  if (!(error instanceof PgError) || codeOf(error.sqlState) !== codes.duplicateKey) return undefined
  return { message: `${error.message} ${error.constraint}`, detail: error.detail }
}

/** `document` for an insert; `q` and `u` for an update, whose new value is worked out from the document it met. */
export async function describeDuplicate(
  command: Command,
  duplicate: Duplicate,
  write: { document?: Doc | undefined; q?: unknown; u?: unknown },
  cause: unknown,
): Promise<MongoWireError> {
  const index = await findIndex(command, duplicate.message)
  const document = write.document ?? (await afterUpdate(command, write))
  const keyPattern = index?.key ?? {}
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(document, path)]))
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`)
  const message =
    `E11000 duplicate key error collection: ${command.db}.${command.target} ` +
    `index: ${index?.name ?? 'unknown'} dup key: { ${shown.join(', ')} }`
  return new MongoWireError(codes.duplicateKey, message, { extra: { keyPattern, keyValue }, cause })
}

async function findIndex(command: Command, message: string): Promise<{ name: string; key: Doc } | undefined> {
  const { engine } = command.gateway
  const id = /documents_rum_index_(\d+)/.exec(message)?.[1]
  const name = /Index '([^']+)'/.exec(message)?.[1]
  const rows = await engine.run(
    `SELECT (i.index_spec).index_name, (i.index_spec).index_key FROM documentdb_api_catalog.collection_indexes i
     JOIN documentdb_api_catalog.collections c ON c.collection_id = i.collection_id
     WHERE c.database_name = $1::text AND c.collection_name = $2::text
       AND (i.index_id = $3::text::int OR (i.index_spec).index_name = $4::text)`,
    [command.db, command.target, id ?? '-1', name ?? (id ? '' : '_id_')],
  )
  const [indexName, key] = rows[0] ?? []
  if (indexName && key) return { name: mainIndexName(indexName.toString()), key: decode(key) }
  return id ? undefined : { name: '_id_', key: { _id: 1 } }
}

async function afterUpdate(command: Command, { q, u }: { q?: unknown; u?: unknown }): Promise<Doc> {
  const filter = (q ?? {}) as Doc
  const [page] = (
    await command.gateway.engine.run('SELECT cursorpage FROM find_cursor_first_page($1,$2)', [
      command.db,
      encode({ find: command.target, filter, limit: 1, singleBatch: true }),
    ])
  )[0]!
  const batch = (decode(page!)['cursor'] as { firstBatch: Doc[] }).firstBatch
  const equalities = Object.fromEntries(
    Object.entries(filter).filter(([path, value]) => !path.startsWith('$') && !isOperator(value)),
  )
  const document: Doc = { ...(batch[0] ?? equalities) }
  const update = (u ?? {}) as Doc
  if (!Object.keys(update).some((key) => key.startsWith('$'))) return { _id: document['_id'], ...update }
  for (const [path, value] of Object.entries((update['$set'] ?? {}) as Doc)) document[path] = value
  for (const [path, value] of Object.entries((batch[0] ? {} : (update['$setOnInsert'] ?? {})) as Doc))
    document[path] = value
  for (const [path, value] of Object.entries((update['$inc'] ?? {}) as Doc)) {
    document[path] = Number(valueAt(document, path) ?? 0) + Number(value)
  }
  return document
}

function isOperator(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('$'))
}

/** Reads a dotted path; a literal dotted key (from $set) comes first. An array's element stands for the array. */
function valueAt(document: unknown, path: string): unknown {
  if (typeof document !== 'object' || document === null) return null
  const fields = document as Doc
  if (path in fields) return fields[path] ?? null
  const [head = '', ...rest] = path.split('.')
  if (!rest.length || !(head in fields)) return null
  return valueAt(fields[head], rest.join('.'))
}
