import type { Payload, Where } from 'payload'
import { all } from '../where.ts'
import type { BuildResult } from './result.schema.ts'

/**
 * Writes a build's result into the log. A build of revision R holds everything up to R, so all older rows that are not
 * live yet share its fate: an earlier failure is healed by a later success.
 * @returns the number of rows it changed
 */
export const applyResult = async (
  payload: Payload,
  { revision, state, at, error, document }: BuildResult,
): Promise<number> => {
  const upTo = all({ revision: { greater_than: 0 } }, { revision: { less_than_equal: revision } })
  if (state === 'building')
    return write(payload, all(upTo, { status: { equals: 'queued' } }), { status: 'building' })
  if (state === 'live')
    return write(payload, all(upTo, { status: { not_equals: 'live' } }), {
      status: 'live',
      liveAt: at,
      error: null,
      deliveredAt: at,
    })
  const reason = error ?? 'сборка остановилась без объяснения'
  return write(payload, all(upTo, { status: { in: ['queued', 'building'] } }), {
    status: 'failed',
    error: blame(reason, document),
    deliveredAt: at,
  })
}

// The builder's text already names the page; the title says it in the editor's words.
const blame = (reason: string, document: BuildResult['document']): string =>
  document?.title && !reason.includes(document.title) ? `«${document.title}»: ${reason}` : reason

const write = async (payload: Payload, where: Where, data: Record<string, unknown>): Promise<number> => {
  const { totalDocs } = await payload.db.count({ collection: 'publications', where })
  if (totalDocs > 0)
    await payload.db.updateMany({ collection: 'publications', data, where, returning: false })
  return totalDocs
}
