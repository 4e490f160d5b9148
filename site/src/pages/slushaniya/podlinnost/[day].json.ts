import type { APIRoute, GetStaticPaths } from 'astro'
import { getManifest, manifestPaths } from '../../../cms/index.ts'
import { fileOf } from '../../../lib/manifests.ts'

export const getStaticPaths = manifestPaths satisfies GetStaticPaths

/** The signed manifest of one day. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(fileOf(getManifest(params.day ?? '')), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
