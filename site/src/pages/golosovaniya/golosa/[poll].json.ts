import type { APIRoute, GetStaticPaths } from 'astro'
import { ballotList, ballotPaths } from '../../../cms/index.ts'
import { listOf } from '../../../lib/polls.ts'

export const getStaticPaths = ballotPaths satisfies GetStaticPaths

/** Every ballot of a counted poll, its root and tally: what the recount and scripts/verify-poll.mjs read. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(listOf(ballotList(params.poll ?? '')))}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
