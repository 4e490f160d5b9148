import { z } from 'zod'

const publish = z.object({
  revision: z.int(),
  state: z.enum(['live', 'failed']),
  /** Why: publish, first, code, content, time, rollback; a newer service may know more. */
  reason: z.string(),
  at: z.iso.datetime(),
  durationMs: z.number(),
  /** Its number within the release it changed. Not unique: a publish that changed no file has the former one's. */
  generation: z.int().optional(),
  rendered: z.int().optional(),
  written: z.int().optional(),
  removed: z.int().optional(),
  readMs: z.number().optional(),
  renderMs: z.number().optional(),
  switchMs: z.number().optional(),
  error: z.string().optional(),
})

/** What the rebuild service tells about itself (GET {REBUILD_URL}/status). */
export const serviceStatusSchema = z.object({
  state: z.enum(['idle', 'building', 'failed']),
  acceptedRevision: z.int(),
  liveRevision: z.int(),
  liveAt: z.iso.datetime().nullable(),
  wanted: z.object({ revision: z.int(), reason: z.string(), attempts: z.int() }).nullable(),
  /** False while it compares the site with code and content after its start. */
  isReconciled: z.boolean(),
  /** The site is shown as it was before this publish. */
  pinned: z.object({ generation: z.int(), at: z.iso.datetime() }).nullable(),
  /** The last hundred, oldest first. */
  publishes: z.array(publish),
  /** Documents whose newest version breaks its page: the site keeps the one before. */
  held: z.array(z.object({ collection: z.string(), id: z.string(), title: z.string(), error: z.string() })),
  /** Generations of the current release that a rollback can go back before. */
  history: z.array(z.int()),
})

export type PublishRecord = z.infer<typeof publish>
export type ServiceStatus = z.infer<typeof serviceStatusSchema>

/** A publication on its way to the site. */
export type WaitingPublication = {
  collection: string
  id: string
  title: string
  kind: 'published' | 'updated' | 'unpublished' | 'deleted'
  requestedAt: string
}

/** GET /api/publications/service: how the site is published, for administrators. */
export type ServiceReport = {
  service:
    | { is: 'up'; status: ServiceStatus }
    /** It does not answer, or not as it should. */
    | { is: 'away'; reason: string }
    /** GitHub Actions publish the site: there is nobody to ask. */
    | { is: 'github'; reason: string }
  /** The oldest first; `count` is of all. */
  waiting: { count: number; rows: WaitingPublication[] }
}
