import type { Payload, Where } from 'payload'
import { all } from '../where.ts'
import type { BuildResult } from './result.schema.ts'

/**
 * Writes a publish's result into the log. One of revision R holds everything up to R, so all older rows that are not live
 * yet share its fate: an earlier failure is healed by a later success. Only the documents that were held back fail, each
 * for its own reason.
 * @returns the number of rows it changed
 */
export const applyResult = async (
  payload: Payload,
  { revision, state, at, error, document, held = [] }: BuildResult,
): Promise<number> => {
  const upTo = all({ revision: { greater_than: 0 } }, { revision: { less_than_equal: revision } })
  if (state === 'building')
    return write(payload, all(upTo, { status: { equals: 'queued' } }), { status: 'building' })
  if (state === 'live') {
    for (const { collection, id, title, error: reason } of held)
      await write(payload, all(upTo, notLive, isOf(collection, id)), {
        status: 'failed',
        error: blame(reason, { collection, id, title }),
        deliveredAt: at,
      })
    return write(payload, all(upTo, notLive, ...held.map(isNotOf)), {
      status: 'live',
      liveAt: at,
      error: null,
      deliveredAt: at,
      // Only now: subscribers are told of what can be read.
      isToTell: true,
    })
  }
  const reason = error ?? 'сборка остановилась без объяснения'
  return write(payload, all(upTo, { status: { in: ['queued', 'building'] } }), {
    status: 'failed',
    error: blame(reason, document),
    deliveredAt: at,
  })
}

const notLive: Where = { status: { not_equals: 'live' } }

const isOf = (collection: string, id: string): Where =>
  all({ collectionSlug: { equals: collection } }, { documentId: { equals: id } })

const isNotOf = ({ collection, id }: { collection: string; id: string }): Where => ({
  or: [{ collectionSlug: { not_equals: collection } }, { documentId: { not_equals: id } }],
})

// The builder's text already names the page; the title says it in the editor's words.
const blame = (reason: string, document: BuildResult['document']): string =>
  document?.title && !reason.includes(document.title) ? `«${document.title}»: ${reason}` : reason

const write = async (payload: Payload, where: Where, data: Record<string, unknown>): Promise<number> => {
  const { totalDocs } = await payload.db.count({ collection: 'publications', where })
  if (totalDocs > 0)
    await payload.db.updateMany({ collection: 'publications', data, where, returning: false })
  return totalDocs
}
