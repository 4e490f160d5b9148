import { decode, decodeLossless, encode, withFields, type Doc } from './bson.ts'
import type { Command } from './context.ts'
import { firstPage, only } from './crud.ts'
import { MongoWireError, codes } from './errors.ts'
import { PgError } from './pgConnection.ts'

/**
 * Index commands. The engine has no unique geographic, text or hashed index (Payload's point fields ask for one), so
 * such an index is made as two: the plain special one, and a unique companion on the same fields, which listIndexes
 * hides and dropIndexes takes along.
 */
const companionSuffix = '__portal_unique'

interface IndexSpec extends Doc {
  name: string
  key: Doc
  unique?: boolean
}

export async function createIndexes(command: Command): Promise<Buffer> {
  const spec = decodeLossless(command.body)
  const asked = (Array.isArray(spec['indexes']) ? spec['indexes'] : []) as IndexSpec[]
  const refused = asked.find((index) => 'collation' in index)
  if (refused)
    throw new MongoWireError(codes.commandNotSupported, 'createIndexes: collation is not supported here')
  const indexes = asked.flatMap((index) => (isUniqueSpecial(index) ? splitIndex(index) : [index]))
  const body =
    indexes.length === asked.length ? command.body : withFields(command.body, () => false, { indexes })
  const sql = 'SELECT documentdb_api_internal.create_indexes_non_concurrently($1,$2,true)'
  try {
    const reply = decodeLossless(only(await command.run(sql, [command.db, body])))
    const shard = (reply['raw'] as { defaultShard?: Doc } | undefined)?.defaultShard ?? {}
    return encode({ ...shard, ok: 1 })
  } catch (error) {
    throw duplicateAtBuild(command, asked, error) ?? error
  }
}

export async function dropIndexes(command: Command): Promise<Buffer> {
  const sql = 'SELECT documentdb_api_internal.drop_indexes_non_concurrently($1,$2)'
  const drop = async (body: Buffer) => decodeLossless(only(await command.run(sql, [command.db, body])))
  const reply = await drop(command.body)
  if (reply['ok'] === false)
    throw new MongoWireError(27, typeof reply['errmsg'] === 'string' ? reply['errmsg'] : 'index not found')
  const { index } = decode(command.body)
  if (typeof index === 'string' && index !== '*' && (await hasCompanion(command, index))) {
    await drop(withFields(command.body, () => false, { index: `${index}${companionSuffix}` }))
  }
  return encode({ ...reply, ok: 1 })
}

export async function listIndexes(command: Command): Promise<Buffer> {
  const page = await firstPage(command, listSql, command.body)
  if (!page.includes(companionSuffix)) return page
  const reply = decodeLossless(page)
  const cursor = reply['cursor'] as Doc
  const indexes = cursor['firstBatch'] as IndexSpec[]
  const companions = new Set(indexes.map(({ name }) => name).filter((name) => name.endsWith(companionSuffix)))
  cursor['firstBatch'] = indexes
    .filter(({ name }) => !companions.has(name))
    .map((index) => (companions.has(`${index.name}${companionSuffix}`) ? { ...index, unique: true } : index))
  return encode(reply)
}

/** The index a duplicate must be reported under: a companion's main index, with its own key. */
export function mainIndexName(name: string): string {
  return name.endsWith(companionSuffix) ? name.slice(0, -companionSuffix.length) : name
}

const listSql = 'SELECT * FROM list_indexes_cursor_first_page($1,$2)'

async function hasCompanion(command: Command, name: string): Promise<boolean> {
  const body = encode({ listIndexes: command.target })
  const [page] = (await command.run(listSql, [command.db, body]))[0]!
  return page!.includes(`${name}${companionSuffix}\0`)
}

function isUniqueSpecial(index: IndexSpec): boolean {
  return index.unique === true && Object.values(index.key).some((kind) => typeof kind === 'string')
}

function splitIndex(index: IndexSpec): IndexSpec[] {
  const { unique, ...main } = index
  const plainKey = Object.fromEntries(
    Object.entries(index.key).map(([path, kind]) => [path, typeof kind === 'string' ? 1 : kind]),
  )
  const companion: IndexSpec = { name: `${index.name}${companionSuffix}`, key: plainKey, unique }
  for (const option of ['sparse', 'partialFilterExpression'])
    if (option in index) companion[option] = index[option]
  return [{ ...main, name: index.name, key: index.key }, companion]
}

function duplicateAtBuild(
  command: Command,
  indexes: IndexSpec[],
  error: unknown,
): MongoWireError | undefined {
  if (!(error instanceof PgError) || !['23505', '23P01', 'M001C'].includes(error.sqlState)) return undefined
  const index = indexes.find(({ unique }) => unique)
  const message =
    `E11000 duplicate key error collection: ${command.db}.${command.target} index: ${index?.name ?? 'unknown'} ` +
    `dup key: ${error.detail || error.message}`
  return new MongoWireError(codes.duplicateKey, message, {
    extra: { keyPattern: index?.key ?? {} },
    cause: error,
  })
}
