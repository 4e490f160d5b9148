import type { Endpoint } from 'payload'
import { hasPage } from '../documentPath.schema.ts'
import { signPreviewToken } from './previewToken.schema.ts'

/**
 * GET /api/preview/link?collection&id → 302 /preview/<token>. For whoever may read the draft in the admin: the link
 * then works for half an hour without an account, so that an editor can show it to somebody.
 */
export const previewLink: Endpoint = {
  path: '/preview/link',
  method: 'get',
  handler: async (req) => {
    if (!req.user) return Response.json({ error: 'Войдите, чтобы посмотреть черновик.' }, { status: 401 })
    const collection = req.searchParams.get('collection') ?? ''
    const id = req.searchParams.get('id') ?? ''
    if (!hasPage(collection))
      return Response.json({ error: 'У таких записей нет своей страницы на сайте.' }, { status: 404 })
    const { docs } = await req.payload.find({
      collection,
      where: { id: { equals: id } },
      draft: true,
      limit: 1,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      req,
    })
    if (!docs[0]) return Response.json({ error: 'Документ не найден.' }, { status: 404 })
    const token = signPreviewToken({ collection, id, secret: req.payload.config.secret, now: new Date() })
    return new Response(null, {
      status: 302,
      headers: {
        location: `/preview/${token}`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    })
  },
}
