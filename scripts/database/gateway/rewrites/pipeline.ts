import type { Doc } from '../bson.ts'
import { MongoWireError, codes } from '../errors.ts'
import { rewriteFilterDoc } from './filter.ts'
import { rewriteGroup } from './group.ts'

/** Gives the same array back when nothing had to change. The D numbers are those of README.md. */
export function rewritePipeline(stages: Doc[]): Doc[] {
  refuseMergeFromNothing(stages)
  const names = { next: 0 }
  const rewritten = stages.flatMap((stage) => rewriteStage(stage, names))
  const isSame = rewritten.length === stages.length && rewritten.every((stage, i) => stage === stages[i])
  return withStableOrder(isSame ? stages : rewritten)
}

function rewriteStage(stage: Doc, names: { next: number }): Doc[] {
  const [name, spec] = Object.entries(stage)[0] ?? ['', undefined]
  switch (name) {
    case '$match': {
      if (!isDoc(spec)) return [stage]
      const rewritten = rewriteFilterDoc(spec)
      return [rewritten === spec ? stage : { $match: rewritten }]
    }
    case '$lookup':
      return isDoc(spec) ? rewriteLookup(stage, spec, names) : [stage]
    case '$facet':
      return isDoc(spec) ? [rewriteFacet(stage, spec)] : [stage]
    case '$unionWith':
      return isDoc(spec) ? [withPipeline(stage, '$unionWith', spec)] : [stage]
    case '$count':
      // D5: on no documents the engine answers [{ n: 0 }] where MongoDB answers [].
      return [{ $group: { _id: null, [String(spec)]: { $sum: 1 } } }, { $project: { _id: 0 } }]
    case '$group':
      return isDoc(spec) ? rewriteGroup(stage, spec) : [stage]
    default:
      return [stage]
  }
}

/** `$lookup` with a dotted `as` and a sub-pipeline answers [] for every document: join through a flat field. */
function rewriteLookup(stage: Doc, spec: Doc, names: { next: number }): Doc[] {
  const lookup = withPipeline(stage, '$lookup', spec)
  const as = spec['as']
  if (typeof as !== 'string' || !as.includes('.') || !Array.isArray(spec['pipeline'])) return [lookup]
  const flat = `__portalLookup${names.next++}`
  return [
    { $lookup: { ...(lookup['$lookup'] as Doc), as: flat } },
    { $addFields: { [as]: `$${flat}` } },
    { $project: { [flat]: 0 } },
  ]
}

function rewriteFacet(stage: Doc, spec: Doc): Doc {
  const entries = Object.entries(spec)
  const rewritten = entries.map(([name, stages]) => [
    name,
    Array.isArray(stages) ? rewritePipeline(stages as Doc[]) : stages,
  ])
  return rewritten.every(([, stages], i) => stages === entries[i]![1])
    ? stage
    : { $facet: Object.fromEntries(rewritten) }
}

function withPipeline(stage: Doc, name: string, spec: Doc): Doc {
  const pipeline = spec['pipeline']
  if (!Array.isArray(pipeline)) return stage
  const rewritten = rewritePipeline(pipeline as Doc[])
  return rewritten === pipeline ? stage : { [name]: { ...spec, pipeline: rewritten } }
}

const bringsOrder = new Set([
  '$sort',
  '$geoNear',
  '$sample',
  '$search',
  '$vectorSearch',
  '$group',
  '$bucket',
  '$bucketAuto',
  '$sortByCount',
  '$documents',
])
const beforeOrder = new Set(['$match'])

/** D1: `$skip` or `$limit` without an order before them get one by _id, placed after the leading `$match`es. */
function withStableOrder(stages: Doc[]): Doc[] {
  const names = stages.map((stage) => Object.keys(stage)[0] ?? '')
  const cut = names.findIndex((name) => name === '$skip' || name === '$limit')
  if (cut < 0 || names.slice(0, cut).some((name) => bringsOrder.has(name) || name.startsWith('$_internal')))
    return stages
  if (JSON.stringify(stages.slice(0, cut)).match(/"\$(near|nearSphere|geoNear|text)"/)) return stages
  const first = names.findIndex((name) => !beforeOrder.has(name))
  return [...stages.slice(0, first), { $sort: { _id: 1 } }, ...stages.slice(first)]
}

/** D7: a `$merge` or `$out` fed by `$documents` writes nothing and says nothing. */
function refuseMergeFromNothing(stages: Doc[]): void {
  const [first] = stages
  const last = stages.at(-1)
  if (first && last && '$documents' in first && ('$merge' in last || '$out' in last)) {
    throw new MongoWireError(
      codes.commandNotSupported,
      '$merge and $out after $documents are not supported here',
    )
  }
}

function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
