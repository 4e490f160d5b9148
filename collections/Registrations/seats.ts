import type { PayloadRequest, Where } from 'payload'
import type { EventSeat, Registration } from '../payload-types.ts'
import { all } from '../where.ts'
import { eventDateOf } from './eventDate.ts'
import { tellPromoted } from './letters.ts'

/** Makes the counter of a date. Outside of a transaction: others must see it at once. */
export const beginSeats = async ({ payload }: PayloadRequest, key: string, until: string): Promise<void> => {
  const where = { key: { equals: key } }
  if ((await payload.db.count({ collection: 'event-seats', where })).totalDocs > 0) return
  try {
    await payload.db.create({
      collection: 'event-seats',
      data: { key, taken: 0, waiting: 0, last: 0, isTold: true, until },
    })
  } catch (error) {
    // The unique key met somebody else's counter, made between the two statements.
    if (!(error instanceof Error && error.name === 'ValidationError')) throw error
  }
}

/**
 * Takes a seat, or a place in the waiting list when there is none, in the transaction of the registration. One update on the
 * condition that a seat is left: of those who come at once each waits for the other's commit or tries again.
 */
export const takeSeat = async (
  req: PayloadRequest,
  { key, seats }: { key: string; seats: number },
): Promise<{ state: Registration['state']; number: number }> => {
  const seat = await count(req, all({ key: { equals: key } }, { taken: { less_than: seats } }), {
    taken: { $inc: 1 },
  })
  if (seat) return { state: 'seat', number: seat.last }
  const queue = await count(req, { key: { equals: key } }, { waiting: { $inc: 1 } })
  if (!queue) throw new Error(`The counter ${key} is missing: beginSeats makes it`)
  return { state: 'waiting', number: queue.last }
}

/**
 * Counts a date anew, after somebody has left or the editor has changed the seats, and gives free seats to those who wait
 * longest. The counter is written first, so that nobody registers meanwhile.
 */
export const recount = async (
  req: PayloadRequest,
  { seatsKey: key }: Pick<Registration, 'seatsKey'>,
): Promise<void> => {
  const { db } = req.payload
  if (!(await count(req, { key: { equals: key } }, {}))) return
  const of = (state: Registration['state']) =>
    all({ seatsKey: { equals: key } }, { state: { equals: state } })
  const inState = async (state: Registration['state']) =>
    (await db.count({ collection: 'registrations', where: of(state), req })).totalDocs
  let taken = await inState('seat')
  const date = await eventDateOf(req, key)
  const free = date && !date.isOff ? Math.max(0, date.seats - taken) : 0
  if (date && free > 0) {
    const { docs } = await db.find<Registration>({
      collection: 'registrations',
      where: of('waiting'),
      sort: 'number',
      limit: free,
      pagination: false,
      req,
    })
    for (const registration of docs) {
      const where = { id: { equals: registration.id } }
      await db.updateOne({
        collection: 'registrations',
        where,
        data: { state: 'seat' },
        req,
        returning: false,
      })
      await tellPromoted(req, registration, date)
      taken += 1
    }
  }
  const waiting = await inState('waiting')
  await count(req, { key: { equals: key } }, { taken, waiting })
}

type Change = Record<string, number | { $inc: number }>

/** Every write raises `last`, so that two of them always meet. */
const count = async (req: PayloadRequest, where: Where, change: Change): Promise<EventSeat | null> => {
  const updated: unknown = await req.payload.db.updateOne({
    collection: 'event-seats',
    where,
    data: { ...change, last: { $inc: 1 }, isTold: false },
    req,
  })
  // The adapter answers with the document as it is now.
  return updated ? (updated as EventSeat) : null
}
