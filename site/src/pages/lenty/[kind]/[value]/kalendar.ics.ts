import type { APIRoute, GetStaticPaths } from 'astro'
import { feedCalendarPaths } from '../../../../cms/index.ts'
import { feedOfParams } from '../../../../lib/feeds.ts'
import { calendarEvents, icsEntries } from '../../../../lib/ics.ts'
import { meetingEntries } from '../../../../lib/icsMeetings.ts'

export const getStaticPaths = feedCalendarPaths satisfies GetStaticPaths

/** The calendar of a subject: its events and the meetings of its notices. */
export const GET: APIRoute = ({ params }) => {
  const { name, events, hearings } = feedOfParams(params)
  const entries = [
    ...events.filter(({ startsAt }) => startsAt).flatMap(calendarEvents),
    ...meetingEntries(hearings),
  ]
  return new Response(icsEntries(entries, { name }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
