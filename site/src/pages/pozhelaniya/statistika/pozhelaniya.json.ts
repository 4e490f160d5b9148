import type { APIRoute } from 'astro'
import { wishStatistics } from '../../../cms/index.ts'

/** The figures of the page. `count` is a number, «small» (1–4) or «hidden» (would give a small one away). */
export const GET: APIRoute = () => Response.json(wishStatistics())
