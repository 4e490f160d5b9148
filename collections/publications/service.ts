import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isAdmin } from '../access/roles.ts'
import { readServiceStatus, ServiceError, takeBack } from './rebuildService.ts'
import type { ServiceReport } from './service.schema.ts'

const shown = 20

/** GET /api/publications/service: queue, failures and the last hundred publishes. For administrators. */
export const service: Endpoint = {
  path: '/service',
  method: 'get',
  handler: async (req) => {
    if (!isAdmin(req)) return refusal(req)
    const [found, waiting] = await Promise.all([lookAtService(), waitingRows(req)])
    const report: ServiceReport = { service: found, waiting }
    return Response.json(report, { headers: { 'cache-control': 'no-store' } })
  },
}

/**
 * POST /api/publications/rollback { generation }: shows the site as it was before a publish, until the next one. For
 * administrators.
 */
export const rollback: Endpoint = {
  path: '/rollback',
  method: 'post',
  handler: async (req) => {
    if (!isAdmin(req)) return refusal(req)
    const body: unknown = await req.json?.().catch(() => null)
    const { success, data } = target.safeParse(body)
    if (!success)
      return Response.json({ error: 'Назовите публикацию: нужен номер generation.' }, { status: 400 })
    try {
      await takeBack(data.generation)
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      req.payload.logger.warn({ err: error, msg: 'The site was not taken back', generation: data.generation })
      return Response.json({ error: error.message }, { status: statuses[error.kind] })
    }
    req.payload.logger.info({
      msg: 'The site was taken back to what it was before a publish',
      generation: data.generation,
      user: req.user?.id,
    })
    return Response.json({ rolledBack: true })
  },
}

const target = z.object({ generation: z.int().nonnegative() })

const statuses: Record<ServiceError['kind'], number> = { away: 503, github: 501, refused: 409 }

const refusal = (req: PayloadRequest) =>
  Response.json({ error: 'Это может только администратор портала.' }, { status: req.user ? 403 : 401 })

const lookAtService = async (): Promise<ServiceReport['service']> => {
  try {
    return { is: 'up', status: await readServiceStatus() }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { is: error.kind === 'github' ? 'github' : 'away', reason: error.message }
  }
}

const waitingRows = async (req: PayloadRequest): Promise<ServiceReport['waiting']> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'publications',
    where: { status: { in: ['queued', 'building'] } },
    sort: 'requestedAt',
    limit: shown,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const rows = docs.map(({ collectionSlug, documentId, kind, requestedAt, title }) => ({
    collection: collectionSlug,
    id: documentId,
    title: title ?? '',
    kind,
    requestedAt,
  }))
  return { count: totalDocs, rows }
}
