import type { APIRoute, GetStaticPaths } from 'astro'
import { calendarOfDistrict, getHouse, housePaths, idOf, noticesOfHouse } from '../../../cms/index.ts'
import { icsEntries } from '../../../lib/ics.ts'
import { meetingEntries } from '../../../lib/icsMeetings.ts'
import { receptionEntries } from '../../../lib/icsReceptions.ts'

export const getStaticPaths = housePaths satisfies GetStaticPaths

/** The calendar of a house: receptions of its deputies, meetings that concern it. */
export const GET: APIRoute = ({ params }) => {
  const house = getHouse(params.slug ?? '')
  const district = idOf(house.district)
  const entries = [
    ...meetingEntries(noticesOfHouse(house.id)),
    ...receptionEntries(district ? calendarOfDistrict(district) : []),
  ]
  return new Response(icsEntries(entries, { name: house.title ?? '' }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
