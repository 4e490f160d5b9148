import type { APIRoute, GetStaticPaths } from 'astro'
import { manifestFile } from '../../../../../collections/Manifests/manifest.schema.ts'
import { getManifest, manifestPaths } from '../../../cms/index.ts'

export const getStaticPaths = manifestPaths satisfies GetStaticPaths

/** The signed manifest of one day. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(manifestFile(getManifest(params.day ?? '')), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
