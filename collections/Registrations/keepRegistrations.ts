import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { recordMany } from '../hooks/recordMany.ts'
import type { EventSeat, Registration } from '../payload-types.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { all } from '../where.ts'
import { eventDateOf, type EventDate } from './eventDate.ts'
import { tellMoved, tellOff } from './letters.ts'
import { eraseAt } from './register.ts'
import { recount } from './seats.ts'

/**
 * What follows from changes of events, every few seconds; hold a lease. Those who registered for a date that was moved or
 * cancelled are told; seats that an editor added go to those who wait; the site is told the numbers, all dates in one row of
 * the outbox; names and addresses are erased when their term is over.
 */
export const keepRegistrations = async (payload: Payload, now = new Date()): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await eraseOld(req, now)
  for (const key of await openKeys(req, now)) {
    const date = await eventDateOf(req, key)
    if (date) await follow(req, key, date)
  }
  await tellSite(req)
}

/** Dates ahead for which somebody is registered. */
const openKeys = async ({ payload }: PayloadRequest, now: Date): Promise<string[]> => {
  const { docs } = await payload.db.find<EventSeat>({
    collection: 'event-seats',
    where: all({ until: { greater_than: now.toISOString() } }, { last: { greater_than: 0 } }),
    pagination: false,
  })
  return docs.map(({ key }) => key)
}

const follow = (req: PayloadRequest, key: string, date: EventDate): Promise<void> =>
  inTransaction(req, async () => {
    const { db } = req.payload
    const changed = all(
      { seatsKey: { equals: key } },
      date.isOff
        ? { isOff: { not_equals: true } }
        : { or: [{ isOff: { equals: true } }, { toldStart: { not_equals: date.startsAt } }] },
    )
    const { docs } = await db.find<Registration>({
      collection: 'registrations',
      where: changed,
      pagination: false,
      req,
    })
    for (const registration of docs) {
      await (date.isOff ? tellOff : tellMoved)(req, registration, date)
      await db.updateOne({
        collection: 'registrations',
        where: { id: { equals: registration.id } },
        data: { isOff: date.isOff, toldStart: date.startsAt, eraseAt: eraseAt(date) },
        req,
        returning: false,
      })
    }
    if (docs.length > 0) {
      const where = { key: { equals: key } }
      await db.updateOne({ collection: 'event-seats', where, data: { until: date.startsAt }, req })
    }
    if (await isWaitingInVain(req, key, date)) await recount(req, { seatsKey: key })
  })

/** Whether somebody waits while a seat is free: an editor has added seats. */
const isWaitingInVain = async (req: PayloadRequest, key: string, date: EventDate): Promise<boolean> => {
  if (date.isOff) return false
  const where = all(
    { key: { equals: key } },
    { waiting: { greater_than: 0 } },
    { taken: { less_than: date.seats } },
  )
  return (await req.payload.db.count({ collection: 'event-seats', where, req })).totalDocs > 0
}

const eraseOld = async (req: PayloadRequest, now: Date): Promise<void> => {
  await req.payload.db.deleteMany({
    collection: 'registrations',
    where: { eraseAt: { less_than: now.toISOString() } },
    req,
  })
}

const tellSite = (req: PayloadRequest): Promise<void> =>
  inTransaction(req, async () => {
    const { db } = req.payload
    const where = { isTold: { equals: false } }
    const { docs } = await db.find<EventSeat>({ collection: 'event-seats', where, pagination: false, req })
    if (docs.length === 0) return
    const told: string[] = []
    for (const { id, last } of docs) {
      const same = all({ id: { equals: id } }, { last: { equals: last } })
      if (await db.updateOne({ collection: 'event-seats', where: same, data: { isTold: true }, req }))
        told.push(id)
    }
    if (told.length > 0)
      await recordMany(req, { collection: 'event-seats', title: 'Свободные места на события', ids: told })
  })
