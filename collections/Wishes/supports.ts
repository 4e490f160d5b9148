import type { Endpoint } from 'payload'
import type { Wish } from '../payload-types.ts'
import { all } from '../where.ts'
import { openStates } from './wishes.schema.ts'

const most = 50

/** GET /api/wishes/supports?ids=a,b: how many support these wishes now. Open to everybody: the numbers are on the pages. */
export const supports: Endpoint = {
  path: '/supports',
  method: 'get',
  handler: async (req) => {
    const ids = (req.searchParams.get('ids') ?? '').split(',').filter((id) => /^[0-9a-f]{24}$/.test(id))
    if (ids.length === 0 || ids.length > most)
      return Response.json({ error: `ids — от одного до ${most} номеров через запятую.` }, { status: 400 })
    const { docs } = await req.payload.db.find<Wish>({
      collection: 'wishes',
      where: all({ id: { in: ids } }, { status: { in: [...openStates] } }),
      pagination: false,
    })
    return Response.json(Object.fromEntries(docs.map(({ id, supports }) => [id, supports ?? 0])), {
      headers: { 'cache-control': 'public, max-age=15' },
    })
  },
}
