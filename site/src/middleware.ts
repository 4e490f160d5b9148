import { defineMiddleware } from 'astro:middleware'

/**
 * A build has its content before it begins; while developing, the first request reads it (src/integrations/freshContent.ts
 * keeps it new). Pages get their content policy from resident/astro.ts: Vite's own scripts need pages without one.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  if (import.meta.env.DEV) await (await import('./cms/resident.ts')).openDoor()
  return next()
})
