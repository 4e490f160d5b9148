import type { APIRoute, GetStaticPaths } from 'astro'
import { eventPaths, getEvent } from '../../cms/index.ts'
import { icsFile } from '../../lib/ics.ts'

export const getStaticPaths = eventPaths satisfies GetStaticPaths

/** One event for «Добавить в свой календарь». */
export const GET: APIRoute = ({ params }) => {
  const event = getEvent(params.slug ?? '')
  return new Response(icsFile([event], { name: event.title }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
