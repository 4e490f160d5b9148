import type { CollectionBeforeChangeHook } from 'payload'
import { before } from '../hooks/before.ts'
import { publishes } from '../hooks/intent.ts'
import { calendarRecord } from './calendarRecord.ts'
import type { Saved } from '../hooks/saved.ts'

/** Keeps SEQUENCE and the former start right: they follow what residents could read, not what a draft held. */
export const keepCalendarRecord =
  (collection: 'events' | 'sessions'): CollectionBeforeChangeHook<Saved> =>
  ({ context, data, operation, originalDoc, req }) => {
    const main = before(req, collection, originalDoc?.['id']).main
    const isUpdateOfPublic =
      Boolean(main?.['firstPublishedAt']) && publishes({ context, operation, status: data['_status'] })
    return { ...data, ...calendarRecord(main, isUpdateOfPublic ? data : main) }
  }
