import { z } from 'zod'

/** What the rebuild service tells the CMS about a build (POST /api/publications/result). */
export const resultSchema = z.object({
  revision: z.int().nonnegative(),
  state: z.enum(['building', 'live', 'failed']),
  at: z.iso.datetime(),
  durationMs: z.number().nonnegative().optional(),
  error: z.string().max(20_000).optional(),
  document: z.object({ collection: z.string(), id: z.string(), title: z.string().optional() }).optional(),
  /** Documents whose newest version cannot be shown: the site keeps the one before, and everything else is live. */
  held: z
    .array(
      z.object({ collection: z.string(), id: z.string(), title: z.string(), error: z.string().max(20_000) }),
    )
    .max(1000)
    .optional(),
  sentAt: z.iso.datetime().optional(),
})

export type BuildResult = z.infer<typeof resultSchema>
