import { BSONRegExp } from 'bson'
import { decodeLossless, rawFields, withFields, type Doc } from '../bson.ts'

/** The engine refuses a BSON regular expression with the flag «s», but takes the same as `$regex` and `$options`. */
export function rewriteFilter(body: Buffer, fieldName: string): Buffer {
  const field = rawFields(body).find(({ name }) => name === fieldName)
  if (!field || field.type !== 0x03) return body
  const bytes = body.subarray(field.valueStart, field.end)
  if (!mayHoldDotAllRegex(bytes)) return body
  const filter = decodeLossless(bytes)
  const rewritten = rewriteRegexes(filter)
  return rewritten === filter ? body : withFields(body, () => false, { [fieldName]: rewritten })
}

/** Replaces `/x/s` by `{ $regex, $options }`; gives the same object back when there is none. */
export function rewriteRegexes<T>(value: T): T {
  return rewriteValue(value) as T
}

function rewriteValue(value: unknown): unknown {
  if (value instanceof BSONRegExp) {
    return value.options.includes('s') ? { $regex: value.pattern, $options: value.options } : value
  }
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(rewriteValue)
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof Date)
    return value
  let result: Doc | undefined
  for (const [key, inner] of Object.entries(value)) {
    // { $regex: /x/s } and { $not: /x/s } are refused as well; the first must become two keys of the same object.
    if (key === '$regex' && inner instanceof BSONRegExp && inner.options.includes('s')) {
      const { $options, ...rest } = value as Doc
      return { ...rest, $regex: inner.pattern, $options: $options ?? inner.options }
    }
    const rewritten = rewriteValue(inner)
    if (rewritten !== inner) result = { ...(result ?? (value as Doc)), [key]: rewritten }
  }
  return result ?? value
}

/** Cheap: a type byte 0x0b and an «s» among the options cannot be told without decoding, but no 0x0b means no regex. */
function mayHoldDotAllRegex(bytes: Buffer): boolean {
  return bytes.includes(0x0b)
}
