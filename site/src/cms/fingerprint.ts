import { identityOf } from './snapshot.ts'

/** The version of a query's result: documents count by id and revision, everything else by its value. */
export function fingerprint(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined'
  const identity = identityOf(value)
  if (identity) return `${identity.collection}/${identity.id}@${identity.rev}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `[${value.map(fingerprint).join(',')}]`
  return `{${Object.entries(value)
    .map(([name, part]) => `${name}:${fingerprint(part)}`)
    .join(',')}}`
}
