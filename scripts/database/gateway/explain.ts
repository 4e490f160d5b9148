import { decode, encode, rawFields, withFields, type Doc } from './bson.ts'
import type { Command } from './context.ts'
import { MongoWireError, codes } from './errors.ts'
import { rewriteAggregate } from './rewrites/aggregate.ts'
import { rewriteFind } from './rewrites/find.ts'

/**
 * `explain`: PostgreSQL's plan. D8: with ANALYZE PostgreSQL carries the statement out, so it is left away from
 * everything that writes.
 */
export async function explain(command: Command): Promise<Buffer> {
  const field = rawFields(command.body)[0]!
  const inner = command.body.subarray(field.valueStart, field.end)
  const name = rawFields(inner)[0]?.name ?? ''
  const source = sources[name]
  if (!source)
    throw new MongoWireError(codes.commandNotSupported, `explain of '${name}' is not supported here`)
  const spec = withFields(source.rewrite(inner), (key) => key.startsWith('$'))
  const verbosity = decode(command.body)['verbosity']
  const writes = !source.isRead || spec.includes('$merge') || spec.includes('$out')
  const analyze = verbosity !== 'queryPlanner' && !writes
  // EXPLAIN takes no parameters for the planner to see, and BSON's text form is plain hexadecimal: nothing to escape.
  const db = command.db.replaceAll("'", "''")
  const rows = await command.run(
    `EXPLAIN (FORMAT JSON${analyze ? ', ANALYZE' : ''}) SELECT document FROM ${source.sql}('${db}', 'BSONHEX${spec.toString('hex')}'::bson)`,
    [],
  )
  const [plan] = JSON.parse(rows[0]![0]!.toString('utf8')) as Doc[]
  const namespace = `${command.db}.${String(decode(inner)[name])}`
  return encode({
    explainVersion: '1',
    queryPlanner: { namespace, winningPlan: plan?.['Plan'] ?? {} },
    ...(analyze
      ? { executionStats: { executionSuccess: true, executionTimeMillis: plan?.['Execution Time'] ?? 0 } }
      : {}),
    ok: 1,
  })
}

const asIs = (body: Buffer) => body
const sources: Record<string, { sql: string; isRead: boolean; rewrite(body: Buffer): Buffer }> = {
  find: { sql: 'bson_aggregation_find', isRead: true, rewrite: rewriteFind },
  aggregate: { sql: 'bson_aggregation_pipeline', isRead: true, rewrite: rewriteAggregate },
  count: { sql: 'bson_aggregation_count', isRead: true, rewrite: asIs },
  distinct: { sql: 'bson_aggregation_distinct', isRead: true, rewrite: asIs },
  findAndModify: { sql: 'bson_aggregation_find_and_modify', isRead: false, rewrite: asIs },
  update: { sql: 'bson_aggregation_update', isRead: false, rewrite: asIs },
  delete: { sql: 'bson_aggregation_delete', isRead: false, rewrite: asIs },
}
