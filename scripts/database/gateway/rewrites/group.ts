import { isPlainObject, type Doc } from '../bson.ts'

/**
 * D6: inside `$group` the engine turns a missing field of an object expression into null ({ a: '$missing' } gives
 * { a: null } instead of {}). Such objects are computed by an `$addFields` before, where it does it right.
 */
export function rewriteGroup(stage: Doc, spec: Doc): Doc[] {
  const hoisted: Doc = {}
  const group: Doc = {}
  for (const [field, value] of Object.entries(spec)) {
    group[field] = field === '_id' ? hoist(value, hoisted) : hoistArgument(value, hoisted)
  }
  return Object.keys(hoisted).length ? [{ $addFields: hoisted }, { $group: group }] : [stage]
}

function hoistArgument(accumulator: unknown, hoisted: Doc): unknown {
  if (!isPlainObject(accumulator)) return accumulator
  const [operator, argument] = Object.entries(accumulator)[0] ?? []
  if (!operator || !hoistable.has(operator)) return accumulator
  return { [operator]: hoist(argument, hoisted) }
}

const hoistable = new Set(['$push', '$addToSet', '$first', '$last', '$min', '$max', '$mergeObjects'])

function hoist(value: unknown, hoisted: Doc): unknown {
  if (!isPlainObject(value)) return value
  const keys = Object.keys(value)
  if (keys.length === 0 || keys[0]!.startsWith('$')) return value
  const name = `__portalGroup${Object.keys(hoisted).length}`
  hoisted[name] = value
  return `$${name}`
}
