import { defineMiddleware } from 'astro:middleware'
import { openDoor, refresh } from './cms/door.ts'

/** No page renders before the content is there; in development every request shows the newest content. */
export const onRequest = defineMiddleware(async (_context, next) => {
  await (import.meta.env.DEV ? refresh() : openDoor())
  return next()
})
