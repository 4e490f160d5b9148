import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { documentPath, hasPage } from '../documentPath.schema.ts'
import { publicView } from '../hooks/publicView.ts'
import type { Stream } from '../payload-types.ts'
import { idOf } from '../relation.ts'
import { stateBy, type LiveNow } from './streams.schema.ts'

/** How long an answer is good: every page of the portal asks. */
const keptMs = 2_000

/**
 * GET /api/live: what is live now, open to everybody. Pages that were rendered long ago learn of it here; whoever gets no
 * answer misses the banner and nothing else.
 */
export const live: Endpoint = {
  path: '/live',
  method: 'get',
  handler: async (req) =>
    Response.json(await current(req), { headers: { 'cache-control': 'public, max-age=5' } }),
}

const known = new WeakMap<Payload, { answer: Promise<LiveNow>; until: number }>()

const current = (req: PayloadRequest): Promise<LiveNow> => {
  const kept = known.get(req.payload)
  if (kept && kept.until > Date.now()) return kept.answer
  const answer = liveNow(req)
  answer.catch(() => known.delete(req.payload)) // the next reader asks again
  known.set(req.payload, { answer, until: Date.now() + keptMs })
  return answer
}

const liveNow = async (req: PayloadRequest): Promise<LiveNow> => {
  const { docs } = await req.payload.db.find<Stream>({
    collection: 'streams',
    where: { state: { equals: 'live' } },
    sort: '-startedAt',
    limit: 20,
    pagination: false,
  })
  const now = new Date()
  const current = docs.filter((stream) => stateBy(stream, (moment) => moment <= now) === 'live')
  return { live: (await Promise.all(current.map((stream) => lineOf(req, stream)))).flat() }
}

/** Only what residents can open. */
const lineOf = async (req: PayloadRequest, { of }: Stream): Promise<LiveNow['live']> => {
  if (!hasPage(of.relationTo)) return []
  const shown = await publicView(req, of.relationTo, idOf(of.value))
  if (!shown) return []
  return [{ title: String(shown['title']), href: documentPath(of.relationTo, String(shown['slug'])) }]
}
