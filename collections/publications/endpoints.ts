import type { Endpoint, PayloadRequest } from 'payload'
import { isEditor, isStaff } from '../access/roles.ts'
import { documentPath, hasPage } from '../documentPath.schema.ts'
import { isFresh, isSignatureValid, signatureHeader } from '../http/signature.schema.ts'
import { publicView } from '../hooks/publicView.ts'
import { readBody } from '../http/readBody.ts'
import type { Publication } from '../payload-types.ts'
import { applyResult } from './applyResult.ts'
import { buildAgain, isFailedBuild, latestPublication } from './buildAgain.ts'
import { latencyOf } from './latency.schema.ts'
import { parseJson } from '../http/parseJson.ts'
import { resultSchema } from './result.schema.ts'
import { rollback, service } from './service.ts'

/** POST /api/publications/result: how a build went. For the rebuild service, which proves itself by its signature. */
const result: Endpoint = {
  path: '/result',
  method: 'post',
  handler: async (req) => {
    const body = await readBody(req, 256 * 1024)
    if (body === null) return Response.json({ error: 'Слишком большой запрос.' }, { status: 413 })
    const secret = process.env['REBUILD_SECRET'] ?? ''
    const header = req.headers.get(signatureHeader)
    if (secret === '' || !isSignatureValid({ body, header, secret }))
      return Response.json({ error: 'Подпись не сходится: проверьте REBUILD_SECRET.' }, { status: 401 })
    const parsed = resultSchema.safeParse(parseJson(body))
    if (!parsed.success) return Response.json({ error: 'Сообщение не разобрать.' }, { status: 400 })
    const { sentAt } = parsed.data
    if (sentAt !== undefined && !isFresh(sentAt, new Date()))
      return Response.json({ error: 'Сообщение устарело: сверьте часы.' }, { status: 401 })
    return Response.json({ updated: await applyResult(req.payload, parsed.data) })
  },
}

/** GET /api/publications/status?collection&id: the last publication of a document. For staff, beside their buttons. */
const status: Endpoint = {
  path: '/status',
  method: 'get',
  handler: async (req) => {
    if (!isStaff(req))
      return Response.json({ error: 'Войдите как сотрудник портала.' }, { status: req.user ? 403 : 401 })
    const collection = req.searchParams.get('collection') ?? ''
    const id = req.searchParams.get('id') ?? ''
    const latest = await latestPublication(req, collection, id)
    return Response.json(
      { publication: latest ? { ...shown(req, latest), path: await pathOf(req, latest) } : null },
      { headers: { 'cache-control': 'no-store' } },
    )
  },
}

export const publicationEndpoints: Endpoint[] = [result, status, buildAgain, service, rollback]

const shown = (req: PayloadRequest, publication: Publication) => ({
  kind: publication.kind,
  status: publication.status,
  requestedAt: publication.requestedAt,
  liveAt: publication.liveAt ?? null,
  latencyMs: latencyOf(publication),
  error: publication.error ?? null,
  isFailedBuild: isFailedBuild(publication),
  canBuildAgain: isFailedBuild(publication) && isEditor(req),
})

/** Where residents find the document now, or null when they do not. */
const pathOf = async (
  req: PayloadRequest,
  { collectionSlug, documentId }: Publication,
): Promise<string | null> => {
  if (!hasPage(collectionSlug)) return null
  const view = await publicView(req, collectionSlug, documentId)
  return typeof view?.['slug'] === 'string' ? documentPath(collectionSlug, view['slug']) : null
}
