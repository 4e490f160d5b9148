import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'
import { message } from '../fields/message.ts'
import type { Redirect } from '../payload-types.ts'
import type { Saved } from './saved.ts'

/** A redirect leads to the end of the way: where its target redirects too, it takes that target. A circle is refused. */
export const followTarget: CollectionBeforeChangeHook<Saved> = async ({ data, originalDoc, req }) => {
  const from = String(data['from'] ?? originalDoc?.['from'])
  const to = String(data['to'] ?? originalDoc?.['to'])
  const end = await endOfWay(req, to)
  if (end !== from) return { ...data, to: end }
  throw new ValidationError({
    collection: 'redirects',
    errors: [
      {
        path: 'to',
        message: message(req, 'Этот переход замкнул бы круг.', 'This redirect would close a circle.'),
      },
    ],
  })
}

/** Redirects that led to this one's old address lead straight to its target. */
export const pullOthers: CollectionAfterChangeHook<Redirect> = async ({ doc, req }) => {
  const where = { to: { equals: doc.from } }
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where,
    pagination: false,
    depth: 0,
    req,
  })
  for (const other of docs)
    await req.payload.update({ collection: 'redirects', id: other.id, data: { to: doc.to }, depth: 0, req })
  return doc
}

// Chains never get longer than one step, so the limit only guards against rows written past the hooks.
const endOfWay = async (req: PayloadRequest, path: string, steps = 10): Promise<string> => {
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { from: { equals: path } },
    limit: 1,
    depth: 0,
    req,
  })
  const next = docs[0]?.to
  return next === undefined || steps === 0 ? path : endOfWay(req, next, steps - 1)
}
