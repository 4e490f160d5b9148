import { decodeLossless, encode, rawFields, type Doc } from '../bson.ts'

/**
 * D9: a projection of nothing but `$meta` keeps the other fields in MongoDB and drops them here. The same as an
 * aggregation does it right. Undefined: the find has no such projection.
 */
export function metaFindAsAggregate(body: Buffer): Buffer | undefined {
  const field = rawFields(body).find(({ name }) => name === 'projection')
  if (!field || !body.subarray(field.valueStart, field.end).includes('$meta')) return undefined
  const find = decodeLossless(body)
  const projection = find['projection'] as Doc
  if (!Object.values(projection).every(isMeta)) return undefined
  const { filter, sort, skip, limit, batchSize, singleBatch } = find
  const size = singleBatch === true ? limit : batchSize
  return encode({
    aggregate: find['find'],
    pipeline: [
      { $match: filter ?? {} },
      ...(sort && Object.keys(sort).length ? [{ $sort: sort }] : []),
      ...(Number(skip ?? 0) ? [{ $skip: skip }] : []),
      ...(Number(limit ?? 0) ? [{ $limit: limit }] : []),
      { $addFields: projection },
    ],
    cursor: size === undefined ? {} : { batchSize: size },
  })
}

function isMeta(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$meta' in value
}
