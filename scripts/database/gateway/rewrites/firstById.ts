import { rawFields, splitSequence, withFields } from '../bson.ts'

/**
 * D1 for writes of one document: without a sort the engine takes the first in the heap's order, which every update
 * changes. They get `sort: { _id: 1 }`, unless the filter names one _id anyway.
 */
export function updatesFirstById(updates: Buffer): Buffer {
  const statements = splitSequence(updates)
  const rewritten = statements.map((statement) =>
    needsOrder(statement, 'q') ? sorted(statement) : statement,
  )
  return rewritten.some((statement, i) => statement !== statements[i]) ? Buffer.concat(rewritten) : updates
}

export function findAndModifyFirstById(body: Buffer): Buffer {
  return needsOrder(body, 'query') ? sorted(body) : body
}

/** The engine's delete takes no sort; a lone delete of one document can be a findAndModify with `remove`: its filter. */
export function deleteFirstById(deletes: Buffer): Buffer | undefined {
  const statements = splitSequence(deletes)
  const [only] = statements
  if (statements.length !== 1 || !only || !needsOrder(only, 'q')) return undefined
  const fields = new Map(rawFields(only).map((field) => [field.name, field]))
  const q = fields.get('q')
  return q && !fields.has('collation') ? only.subarray(q.valueStart, q.end) : undefined
}

/** Whether a filter can match one document at most because it names its _id. */
export function namesOneId(filter: Buffer): boolean {
  // An object may be an operator ({ $in: … }), a regular expression always is one.
  return rawFields(filter).some((field) => field.name === '_id' && field.type !== 0x03 && field.type !== 0x0b)
}

function needsOrder(statement: Buffer, filterName: string): boolean {
  let filter: Buffer | undefined
  for (const field of rawFields(statement)) {
    if (field.name === filterName) filter = statement.subarray(field.valueStart, field.end)
    if (field.name === 'sort' && field.end - field.valueStart > 5) return false
    if (field.name === 'multi' && statement[field.valueStart] === 1) return false
    if (field.name === 'limit' && isZero(statement, field.valueStart, field.type)) return false
  }
  return filter !== undefined && filter.length > 5 ? !namesOneId(filter) : true
}

function isZero(bytes: Buffer, at: number, type: number): boolean {
  const length = type === 0x10 ? 4 : 8
  return bytes.subarray(at, at + length).every((byte) => byte === 0)
}

function sorted(statement: Buffer): Buffer {
  return withFields(statement, (name) => name === 'sort', { sort: { _id: 1 } })
}
