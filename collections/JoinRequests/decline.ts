import type { Endpoint } from 'payload'
import { isEditor } from '../access/roles.ts'
import { routeId } from '../http/routeId.ts'
import { all } from '../where.ts'

/** POST /api/join-requests/:id/decline, for editors: a new request that did not come to anything. */
export const decline: Endpoint = {
  path: '/:id/decline',
  method: 'post',
  handler: async (req) => {
    if (!isEditor(req))
      return Response.json({ error: 'Заявки ведут редакторы.' }, { status: req.user ? 403 : 401 })
    const declined = await req.payload.db.updateOne({
      collection: 'join-requests',
      where: all({ id: { equals: routeId(req) } }, { status: { equals: 'new' } }),
      data: { status: 'declined', decidedAt: new Date().toISOString(), decidedBy: req.user?.name ?? '' },
    })
    return declined === null
      ? Response.json({ error: 'Эта заявка уже решена, или её больше нет.' }, { status: 409 })
      : Response.json({ ok: true })
  },
}
