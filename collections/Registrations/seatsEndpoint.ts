import type { Endpoint } from 'payload'
import type { EventSeat } from '../payload-types.ts'
import { eventDateOf } from './eventDate.ts'
import { freeSeats, seatsKey, type SeatsAnswer } from './registrations.schema.ts'

/** GET /api/registrations/seats?event=…&day=…: how many seats are free now. Open to everybody: two numbers. */
export const seats: Endpoint = {
  path: '/seats',
  method: 'get',
  handler: async (req) => {
    const [event, day] = [req.searchParams.get('event') ?? '', req.searchParams.get('day') ?? '']
    const isAsked = /^[0-9a-f]{24}$/.test(event) && /^(\d{4}-\d{2}-\d{2})?$/.test(day)
    const key = seatsKey(event, day)
    const date = isAsked ? await eventDateOf(req, key) : null
    if (!date || date.seats === 0)
      return Response.json({ error: 'На это событие на портале не записывают.' }, { status: 404 })
    const counted = await req.payload.db.findOne<EventSeat>({
      collection: 'event-seats',
      where: { key: { equals: key } },
    })
    const answer: SeatsAnswer = {
      seats: date.seats,
      free: freeSeats(date.seats, counted?.taken ?? 0),
      waiting: counted?.waiting ?? 0,
    }
    return Response.json(answer, { headers: { 'cache-control': 'public, max-age=5' } })
  },
}
