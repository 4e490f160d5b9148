import type { APIRoute } from 'astro'
import { allEvents, settings } from '../../cms/index.ts'
import { icsFile } from '../../lib/ics.ts'

/** Every event as one calendar to subscribe to. */
export const GET: APIRoute = () =>
  new Response(icsFile(allEvents(), { name: `${settings()?.siteName || 'Люберцы'}: календарь` }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
