import type { PayloadRequest } from 'payload'
import { lawSettings, type LawSettings } from './law/lint.schema.ts'

/** Confirmed rules and calendar, read as the portal itself: whoever publishes is judged by them. */
export const readLaw = async (req: PayloadRequest): Promise<LawSettings> => {
  const [law, calendar] = [
    await req.payload.findGlobal({ slug: 'law', depth: 0, overrideAccess: true, req }),
    await req.payload.findGlobal({ slug: 'calendar', depth: 0, overrideAccess: true, req }),
  ]
  return lawSettings(law, calendar)
}
