import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import { APIError } from 'payload'
import { message } from '../fields/message.ts'
import type { Saved } from '../hooks/saved.ts'
import { hasBallots } from './hasBallots.ts'

/** A poll in which people have voted is not deleted: it can be taken off the site, and its votes stay. */
const refuse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  // Without a user it is the portal's own code, which clears away the demo.
  if (!req.user || !(await hasBallots(req, String(id)))) return
  throw new APIError(
    message(
      req,
      'В этом голосовании уже есть голоса, поэтому удалить его нельзя. Снимите его с сайта: голоса сохранятся.',
      'People have voted: it cannot be deleted. Unpublish it instead.',
    ),
    400,
    undefined,
    true,
  )
}

/** What belongs to a deleted poll goes with it, in the same transaction. */
const remove: CollectionAfterDeleteHook<Saved> = async ({ doc, id, req }) => {
  const where = { poll: { equals: String(id) } }
  await req.payload.delete({ collection: 'poll-results', where, overrideAccess: true, depth: 0, req })
  for (const collection of ['poll-ballots', 'poll-marks'] as const)
    await req.payload.db.deleteMany({ collection, where, req })
  return doc
}

export const keepVotes = { refuse, remove }
