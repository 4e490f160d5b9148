import type { APIRoute, GetStaticPaths } from 'astro'
import { getSession, sessionPaths } from '../../cms/index.ts'
import { icsEntries } from '../../lib/ics.ts'
import { sessionEntries } from '../../lib/icsSessions.ts'

export const getStaticPaths = sessionPaths satisfies GetStaticPaths

/** One sitting for «Добавить в свой календарь». */
export const GET: APIRoute = ({ params }) => {
  const session = getSession(params.slug ?? '')
  return new Response(icsEntries(sessionEntries([session]), { name: session.title }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
