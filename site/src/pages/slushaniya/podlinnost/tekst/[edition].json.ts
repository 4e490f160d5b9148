import type { APIRoute, GetStaticPaths } from 'astro'
import { editionPaths, editionText } from '../../../../cms/index.ts'

export const getStaticPaths = editionPaths satisfies GetStaticPaths

/** The text of an edition, not a byte more: its checksum is of this file. */
export const GET: APIRoute = ({ params }) =>
  new Response(editionText(params.edition ?? ''), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
