import type { APIRoute } from 'astro'
import { turnoutRecords } from '../../lib/turnoutRecords.ts'

export const GET: APIRoute = () => Response.json(turnoutRecords())
