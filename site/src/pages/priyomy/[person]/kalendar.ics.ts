import type { APIRoute, GetStaticPaths } from 'astro'
import { calendarOfPerson, personPaths } from '../../../cms/index.ts'
import { icsEntries } from '../../../lib/ics.ts'
import { receptionEntries } from '../../../lib/icsReceptions.ts'

export const getStaticPaths = personPaths satisfies GetStaticPaths

/** The receptions of one person as a calendar to subscribe to. */
export const GET: APIRoute = ({ params }) => {
  const receptions = calendarOfPerson(params.person ?? '')
  const entries = receptionEntries(receptions)
  return new Response(icsEntries(entries, { name: `Приём: ${receptions[0]?.reception.title ?? ''}` }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
