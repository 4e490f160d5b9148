import type { APIRoute } from 'astro'
import { getRedirects } from '../cms/index.ts'

/** Old address → new address: the web server reads it and answers 301. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(getRedirects().map(({ from, to }) => [from, to])))
