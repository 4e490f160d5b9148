import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isEditor } from '../access/roles.ts'
import type { Publication } from '../payload-types.ts'
import { all } from '../where.ts'
import { wakeDispatcher } from './wake.ts'

/** POST /api/publications/build-again { collection, id }: one more try after a failed build. For editors and admins. */
export const buildAgain: Endpoint = {
  path: '/build-again',
  method: 'post',
  handler: async (req) => {
    if (!isEditor(req))
      return Response.json({ error: 'Повторить сборку может редактор.' }, { status: req.user ? 403 : 401 })
    const { collection, id } = await targetOf(req)
    const failed = await latestPublication(req, collection, id)
    if (!failed || !isFailedBuild(failed))
      return Response.json({ error: 'Сборка этой записи не числится неудавшейся.' }, { status: 409 })
    await req.payload.create({
      collection: 'publications',
      data: {
        collectionSlug: failed.collectionSlug,
        documentId: failed.documentId,
        title: failed.title,
        kind: failed.kind,
        requestedAt: new Date().toISOString(),
        status: 'queued',
        actor: req.user?.name ?? 'Портал',
        media: failed.media,
      },
      depth: 0,
      // Nobody may write the outbox by hand; this endpoint has asked who is there.
      overrideAccess: true,
    })
    wakeDispatcher()
    return Response.json({ queued: true }, { status: 202 })
  },
}

/** The last row of the log about a document. */
export const latestPublication = async (
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<Publication | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'publications',
    where: all({ collectionSlug: { equals: collection } }, { documentId: { equals: id } }),
    sort: '-requestedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs[0]
}

/** A build that failed; a schedule that failed never reached a build, and its row has no revision. */
export const isFailedBuild = ({ status, revision }: Publication): boolean =>
  status === 'failed' && typeof revision === 'number'

const targetOf = async (req: PayloadRequest): Promise<{ collection: string; id: string }> => {
  const body: unknown = await req.json?.().catch(() => null)
  const { success, data } = target.safeParse(body)
  return success ? data : { collection: '', id: '' } // of which nothing is known
}

const target = z.object({ collection: z.string(), id: z.string() })
