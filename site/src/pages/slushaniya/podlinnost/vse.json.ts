import type { APIRoute } from 'astro'
import { allManifests } from '../../../cms/index.ts'
import { fileOf } from '../../../lib/manifests.ts'

/** All signed manifests, the first first: the whole chain, for scripts/verify-notice.mjs. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(allManifests().map(fileOf).toReversed())}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
