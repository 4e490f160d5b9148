import type { Endpoint, GlobalBeforeChangeHook, PayloadRequest, Where } from 'payload'
import { all } from '../where.ts'
import { membersWanted } from './join.schema.ts'

/** How many are in the group: the one figure of it that is public. */
const countMembers = async (req: PayloadRequest, more: Where = {}): Promise<number> => {
  const where = all({ status: { equals: 'accepted' } }, more)
  return (await req.payload.db.count({ collection: 'join-requests', where, req })).totalDocs
}

/** Writes the figure where the site reads it, within the transaction of what changed it. */
export const keepMembers = async (req: PayloadRequest): Promise<void> => {
  // The hook below counts, whoever saves; the caller has changed the list and may not be an editor of the page.
  await req.payload.updateGlobal({ slug: 'initiative', data: {}, depth: 0, overrideAccess: true, req })
}

/** The global's figure is always what the list says: nobody can write another. */
export const countedMembers: GlobalBeforeChangeHook = async ({
  data,
  req,
}): Promise<Record<string, unknown>> => ({
  ...(data as Record<string, unknown>),
  members: await countMembers(req),
  demo: (await countMembers(req, { demo: { equals: true } })) > 0,
})

/** GET /api/join/count: open to everybody, one number. */
export const memberCount: Endpoint = {
  path: '/join/count',
  method: 'get',
  handler: async (req) =>
    Response.json(
      { members: await countMembers(req), wanted: membersWanted },
      { headers: { 'cache-control': 'public, max-age=30' } },
    ),
}
