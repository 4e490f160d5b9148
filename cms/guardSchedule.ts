import { docAccessOperation, docAccessOperationGlobal, Forbidden } from 'payload'
import type { CollectionSlug, GlobalSlug, PayloadRequest, Where } from 'payload'

/** What the admin asks for: a new date for a document or global, or the end of one that is set. */
export type ScheduleRequest = {
  req: PayloadRequest
  deleteID?: string | number
  doc?: { relationTo: CollectionSlug; value: string }
  global?: GlobalSlug
}

/**
 * Payload's server function behind «Запланировать» asks only whether somebody may open the admin. This one lets nobody
 * set, and nobody cancel, a date for what they may not publish.
 * @param schedule Payload's own function; it is asked only for new dates: after a cancellation it would queue an empty job
 */
export const guardSchedule =
  <Args extends ScheduleRequest>(schedule: (args: Args) => unknown) =>
  async (args: Args): Promise<unknown> => {
    const { deleteID, req } = args
    if (deleteID === undefined) {
      if (!(await mayPublish(req, args))) throw new Forbidden(req.t)
      return schedule(args)
    }
    const where: Where = { and: [{ id: { equals: deleteID } }, { taskSlug: { equals: 'schedulePublish' } }] }
    const job = await req.payload.db.findOne<{ id: string; input?: Target }>({
      collection: 'payload-jobs',
      req,
      where,
    })
    if (!job) return { message: req.t('general:success') } // it has run, or somebody was faster
    if (!(await mayPublish(req, job.input ?? {}))) throw new Forbidden(req.t)
    await req.payload.db.deleteOne({ collection: 'payload-jobs', req, where })
    return { message: req.t('general:success') }
  }

type Target = Pick<ScheduleRequest, 'doc' | 'global'>

/** As Payload decides whose list of dates to show: who may save this document as published. */
const mayPublish = async (req: PayloadRequest, { doc, global }: Target): Promise<boolean> => {
  if (!req.user) return false
  const data = { _status: 'published' }
  const collection = doc && req.payload.collections[doc.relationTo]
  if (collection) return Boolean((await docAccessOperation({ collection, data, id: doc.value, req })).update)
  const globalConfig = req.payload.config.globals.find(({ slug }) => slug === global)
  return Boolean(globalConfig && (await docAccessOperationGlobal({ data, globalConfig, req })).update)
}
