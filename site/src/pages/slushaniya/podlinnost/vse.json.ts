import type { APIRoute } from 'astro'
import { manifestFile } from '../../../../../collections/Manifests/manifest.schema.ts'
import { allManifests } from '../../../cms/index.ts'

/** All signed manifests, the first first: the whole chain, for scripts/verify-notice.mjs. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(allManifests().map(manifestFile).toReversed())}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
