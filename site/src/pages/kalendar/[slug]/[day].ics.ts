import type { APIRoute, GetStaticPaths } from 'astro'
import { eventDatePaths, getEventDate } from '../../../cms/index.ts'
import { dateFile } from '../../../lib/ics.ts'

export const getStaticPaths = eventDatePaths satisfies GetStaticPaths

/** One date of a series for «Добавить в свой календарь». */
export const GET: APIRoute = ({ params }) =>
  new Response(dateFile(getEventDate(params.slug ?? '', params.day ?? '')), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
