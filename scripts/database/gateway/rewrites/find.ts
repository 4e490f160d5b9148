import { rawFields, withFields } from '../bson.ts'
import { rewriteFilter } from './filter.ts'
import { namesOneId } from './firstById.ts'

/**
 * D1: the engine's natural order is the heap's and moves when a document is updated, so skip and limit without a
 * sort would skip documents. Such a find is sorted by _id. ($near and $text bring their own order.)
 */
export function rewriteFind(body: Buffer): Buffer {
  const rewritten = rewriteFilter(body, 'filter')
  const fields = new Map(rawFields(rewritten).map((field) => [field.name, field]))
  const isPaged = fields.has('skip') || fields.has('limit')
  const sort = fields.get('sort')
  const isSorted = sort !== undefined && sort.end - sort.valueStart > 5
  if (!isPaged || isSorted) return rewritten
  const filter = fields.get('filter')
  const filterBytes = filter ? rewritten.subarray(filter.valueStart, filter.end) : Buffer.alloc(0)
  if (filterBytes.length > 5 && (hasOwnOrder(filterBytes) || namesOneId(filterBytes))) return rewritten
  return withFields(rewritten, (name) => name === 'sort', { sort: { _id: 1 } })
}

function hasOwnOrder(filter: Buffer): boolean {
  return ['$near', '$geoNear', '$text'].some((operator) => filter.includes(operator))
}
