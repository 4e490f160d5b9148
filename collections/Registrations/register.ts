import type { PayloadRequest } from 'payload'
import { keyed } from '../forms/keys.ts'
import type { Registration } from '../payload-types.ts'
import { inTransaction, Undone } from '../state/inTransaction.ts'
import { inTurn } from '../state/inTurn.ts'
import { dayOf } from '../moscow.schema.ts'
import type { EventDate } from './eventDate.ts'
import { tellRegistered } from './letters.ts'
import { registrationKeptDays, seatsKey } from './registrations.schema.ts'
import { beginSeats, takeSeat } from './seats.ts'

type Person = { name: string; email: string }

/**
 * Registers somebody for a date: seat, registration and letter in one transaction. An address that is registered already keeps
 * what it has and gets its link once more.
 * @returns what a newcomer got; the same for one who had registered before, so that no answer tells who has.
 */
export const register = (
  req: PayloadRequest,
  date: EventDate,
  person: Person,
): Promise<Registration['state']> =>
  inTurn(seatsKey(date.event, date.day), async () => {
    await beginSeats(req, seatsKey(date.event, date.day), date.startsAt)
    const { known, state } = await registerOnce(req, date, person)
    // Once a day at most: nobody fills another's letter box.
    if (known) await tellRegistered(req, known, date, `again-${dayOf(new Date())}`)
    return state
  })

type Registered = { known: Registration | null; state: Registration['state'] }

const registerOnce = (req: PayloadRequest, date: EventDate, { name, email }: Person): Promise<Registered> =>
  inTransaction(req, async () => {
    const key = seatsKey(date.event, date.day)
    const personKey = keyed(req.payload, 'registration', `${key} ${email.toLowerCase()}`)
    const { state, number } = await takeSeat(req, { key, seats: date.seats })
    const where = { key: { equals: personKey } }
    const known = await req.payload.db.findOne<Registration>({ collection: 'registrations', where, req })
    // Undoes the seat that was just taken.
    if (known) throw new Undone({ known, state })
    const registration = await req.payload.create({
      collection: 'registrations',
      data: {
        name,
        email,
        event: date.event,
        day: date.day,
        state,
        number,
        consentAt: new Date().toISOString(),
        toldStart: date.startsAt,
        eraseAt: eraseAt(date),
        seatsKey: key,
        key: personKey,
        demo: date.isDemo,
      },
      depth: 0,
      // Nobody registers others by hand; the form is the one way.
      overrideAccess: true,
      req,
    })
    await tellRegistered(req, registration, date)
    return { known: null, state }
  })

export const eraseAt = ({ startsAt }: Pick<EventDate, 'startsAt'>): string =>
  new Date(Date.parse(startsAt) + registrationKeptDays * 86_400_000).toISOString()
