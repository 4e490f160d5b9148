import type { APIRoute } from 'astro'
import { allEvents, getSessions, settings } from '../../cms/index.ts'
import { withoutSittings } from '../../lib/events.ts'
import { calendarEvent, icsEntries } from '../../lib/ics.ts'
import { sessionEntries } from '../../lib/icsSessions.ts'

/** Every event and sitting of the Council as one calendar to subscribe to. */
export const GET: APIRoute = () => {
  const sessions = getSessions()
  const events = withoutSittings(allEvents(), sessions)
  const entries = [...events.map(calendarEvent), ...sessionEntries(sessions)]
  return new Response(icsEntries(entries, { name: `${settings()?.siteName || 'Люберцы'}: календарь` }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
