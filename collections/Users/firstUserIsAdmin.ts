import type { CollectionBeforeValidateHook } from 'payload'

/** Whoever opens an empty portal becomes its administrator; without one nobody could let anybody else in. */
export const firstUserIsAdmin: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { totalDocs } = await req.payload.db.count({ collection: 'users', req })
  return totalDocs === 0 ? { ...data, role: 'admin' } : data
}
