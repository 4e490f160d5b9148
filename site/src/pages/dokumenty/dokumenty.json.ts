import type { APIRoute } from 'astro'
import { documentRecords } from '../../lib/documentRecords.ts'

export const GET: APIRoute = () => Response.json(documentRecords())
