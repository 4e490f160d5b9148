import { BSONRegExp } from 'bson'
import { decodeLossless, isPlainObject, rawFields, splitSequence, withFields, type Doc } from '../bson.ts'

/**
 * Filters the engine refuses, or worse: each rewrite says which. The field of a raw command is replaced only if
 * something in it changed.
 */
export function rewriteFilter(body: Buffer, fieldName: string): Buffer {
  const field = rawFields(body).find(({ name }) => name === fieldName)
  if (!field || field.type !== 0x03) return body
  const bytes = body.subarray(field.valueStart, field.end)
  if (!mayNeedRewrite(bytes)) return body
  const filter = decodeLossless(bytes)
  const rewritten = rewriteFilterDoc(filter)
  return rewritten === filter ? body : withFields(body, () => false, { [fieldName]: rewritten })
}

/** The filters (`q`) of update and delete statements. A positional update needs its $elemMatch as it is. */
export function rewriteStatementFilters(statements: Buffer): Buffer {
  if (!mayNeedRewrite(statements) || statements.includes('.$')) return statements
  const list = splitSequence(statements)
  const rewritten = list.map((statement) => rewriteFilter(statement, 'q'))
  return rewritten.some((statement, i) => statement !== list[i]) ? Buffer.concat(rewritten) : statements
}

/** Gives the same object back when there is nothing to change. */
export function rewriteFilterDoc(filter: Doc): Doc {
  return hoistNear(hideScalarElemMatch(rewriteRegexes(filter)))
}

/** A BSON regular expression has the type byte 0x0b; other bytes may be the same, which only costs a look. */
function mayNeedRewrite(bytes: Buffer): boolean {
  return bytes.includes(0x0b) || bytes.includes('$elemMatch') || bytes.includes('$near')
}

/** A BSON regular expression with the flag «s» is refused, the same as `$regex` and `$options` is not. */
function rewriteRegexes<T>(value: T): T {
  return replaceRegexes(value) as T // the shape stays, but for the regular expressions themselves
}

function replaceRegexes(value: unknown): unknown {
  if (value instanceof BSONRegExp) {
    return value.options.includes('s') ? { $regex: value.pattern, $options: value.options } : value
  }
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(replaceRegexes)
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  if (!isPlainObject(value)) return value
  let result: Doc | undefined
  for (const [key, inner] of Object.entries(value)) {
    // { $regex: /x/s } must become two keys of the same object.
    if (key === '$regex' && inner instanceof BSONRegExp && inner.options.includes('s')) {
      const { $options, ...rest } = value
      return { ...rest, $regex: inner.pattern, $options: $options ?? inner.options }
    }
    const rewritten = replaceRegexes(inner)
    if (rewritten !== inner) result = { ...(result ?? value), [key]: rewritten }
  }
  return result ?? value
}

const comparisons = ['$eq', '$gt', '$gte', '$lt', '$lte']

/**
 * `{ a: 1, b: { $elemMatch: { $gt: 1 } } }` with an index on a and b reads wrong memory: an error at best, at worst
 * PostgreSQL falls. Said twice negated the index is not asked: «not (no element matches)».
 */
function hideScalarElemMatch(filter: Doc): Doc {
  const hidden: Doc[] = []
  const result: Doc = {}
  let isChanged = false
  for (const [key, value] of Object.entries(filter)) {
    if (['$and', '$or', '$nor'].includes(key) && Array.isArray(value)) {
      const parts = value.map((part: unknown) => (isPlainObject(part) ? hideScalarElemMatch(part) : part))
      isChanged ||= parts.some((part, i) => part !== value[i])
      result[key] = parts
    } else if (isPlainObject(value) && isScalarElemMatch(value['$elemMatch'])) {
      const { $elemMatch, ...rest } = value
      hidden.push({ $nor: [{ [key]: { $not: { $elemMatch } } }] })
      if (Object.keys(rest).length) result[key] = rest
    } else result[key] = value
  }
  if (!hidden.length) return isChanged ? result : filter
  const and = Array.isArray(result['$and']) ? (result['$and'] as Doc[]) : []
  return { ...result, $and: [...and, ...hidden] }
}

function isScalarElemMatch(condition: unknown): boolean {
  return isPlainObject(condition) && comparisons.some((operator) => operator in condition)
}

const nearOperators = ['$near', '$nearSphere', '$geoNear']

/** `$near` within `$and` is refused (Payload writes it so as soon as there is a second condition): to the top. */
function hoistNear(filter: Doc): Doc {
  const parts = filter['$and']
  if (!Array.isArray(parts)) return filter
  const conjuncts = flatten(parts as Doc[])
  const near = conjuncts.filter(hasNear)
  if (!near.length) return filter
  const { $and: _, ...top } = filter
  const rest = conjuncts.filter((part) => !hasNear(part))
  return {
    ...top,
    ...Object.fromEntries(near.flatMap((part) => Object.entries(part))),
    ...(rest.length ? { $and: rest } : {}),
  }
}

function flatten(parts: Doc[]): Doc[] {
  return parts.flatMap((part) => {
    const keys = Object.keys(part)
    return keys.length === 1 && Array.isArray(part['$and']) ? flatten(part['$and'] as Doc[]) : [part]
  })
}

function hasNear(part: Doc): boolean {
  return Object.values(part).some(
    (value) => isPlainObject(value) && nearOperators.some((operator) => operator in value),
  )
}
