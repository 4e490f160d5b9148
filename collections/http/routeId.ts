import type { PayloadRequest } from 'payload'

/** The `:id` of an endpoint's path; nothing when it cannot be one. */
export const routeId = (req: PayloadRequest): string => {
  const id = req.routeParams?.['id']
  return typeof id === 'string' && /^[0-9a-f]{24}$/.test(id) ? id : ''
}
