import type { Payload } from 'payload'
import { editorialSlugs, type EditorialSlug } from '../editorial.ts'
import type { PayloadJob } from '../payload-types.ts'

/**
 * Runs the scheduled publications that are due. Only one process may do so at a time (hold a lease): Payload takes a
 * job by finding and then marking it, and a job that is still marked from before was left by a process that died.
 * A job that fails is not tried for ever; it appears in the log of publications, with the reason, for the editor.
 */
export const runScheduledJobs = async (payload: Payload): Promise<void> => {
  await payload.db.updateMany({
    collection: 'payload-jobs',
    data: { processing: false },
    where: { processing: { equals: true } },
    returning: false,
  })
  // One after the other: two jobs of one document must not race.
  await payload.jobs.run({ sequential: true, limit: 50, silent: { info: true } })
  await showFailures(payload)
}

const showFailures = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'payload-jobs',
    where: { and: [{ hasError: { equals: true } }, { taskSlug: { equals: 'schedulePublish' } }] },
    depth: 0,
    pagination: false,
    // The portal's own worker; nobody else reads jobs.
    overrideAccess: true,
  })
  for (const job of docs) {
    await showFailure(payload, job)
    await payload.delete({ collection: 'payload-jobs', id: job.id, overrideAccess: true })
  }
}

const showFailure = async (payload: Payload, job: PayloadJob): Promise<void> => {
  const { collection, id, isUnpublish } = targetOf(job)
  payload.logger.error({ msg: 'A scheduled publication failed', collection, id, err: job.error })
  if (!collection || !id) return
  await payload.create({
    collection: 'publications',
    data: {
      collectionSlug: collection,
      documentId: id,
      title: await titleOf(payload, collection, id),
      kind: isUnpublish ? 'unpublished' : 'published',
      requestedAt: new Date().toISOString(),
      status: 'failed',
      error: `По расписанию не получилось: ${reasonOf(job)}. Откройте материал и сделайте это кнопкой.`,
      actor: 'Расписание',
    },
    depth: 0,
    // Only the portal writes its log.
    overrideAccess: true,
  })
}

type Target = { collection: EditorialSlug | undefined; id: string | undefined; isUnpublish: boolean }

const targetOf = (job: PayloadJob): Target => {
  const input = isObject(job.input) ? job.input : {}
  const doc = isObject(input['doc']) ? input['doc'] : {}
  return {
    collection: editorialSlugs.find((slug) => slug === doc['relationTo']),
    id: typeof doc['value'] === 'string' ? doc['value'] : undefined,
    isUnpublish: input['type'] === 'unpublish',
  }
}

const titleOf = async (payload: Payload, collection: EditorialSlug, id: string): Promise<string> => {
  const doc = await payload.db.findOne<{ id: string; title?: string }>({
    collection,
    where: { id: { equals: id } },
  })
  return doc?.title ?? id
}

const reasonOf = (job: PayloadJob): string => {
  const error = isObject(job.error) ? job.error : {}
  const message = typeof error['message'] === 'string' ? error['message'] : 'причина неизвестна'
  return message.replace(/\.+$/, '')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
