import type { APIRoute } from 'astro'
import { houseStreets } from '../../../cms/index.ts'
import type { StreetEntry } from '../../../houses/streetIndex.ts'

/** The streets that the search of /dom/ looks through first. */
export const GET: APIRoute = () =>
  Response.json(houseStreets().map(({ name, slug, houses }): StreetEntry => [name, slug, houses]))
