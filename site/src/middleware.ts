import { defineMiddleware } from 'astro:middleware'
import { withContentPolicy } from './lib/contentPolicy.ts'

/**
 * Every page leaves with its content security policy. A build has its content before it begins; while developing, the first
 * request reads it (src/integrations/freshContent.ts keeps it new), and Vite's own scripts need a page without the policy.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  if (import.meta.env.DEV) {
    await (await import('./cms/resident.ts')).openDoor()
    return next()
  }
  const response = await next()
  if (!response.headers.get('content-type')?.includes('text/html')) return response
  return new Response(withContentPolicy(await response.text()), response)
})
