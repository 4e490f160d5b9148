type Event = Record<string, unknown>

type CalendarRecord = { sequence: number; previousStartsAt: string | null }

/**
 * The two values calendars live by, from the event residents knew (`known`) and the one they get now (`next`).
 * RFC 5545, 3.8.7.4: SEQUENCE rises with every significant change (time, place, cancellation). The former start stays
 * the last one residents were told, and goes away when the event returns to it.
 */
export const calendarRecord = (known: Event | null, next: Event | null): CalendarRecord => {
  if (known === null || next === null) return { sequence: 0, previousStartsAt: null }
  const sequence = typeof known['sequence'] === 'number' ? known['sequence'] : 0
  const isSignificant = significant.some((read) => read(known) !== read(next))
  const from = time(known['startsAt'])
  const to = time(next['startsAt'])
  const earlier = iso(known['previousStartsAt'])
  const previousStartsAt =
    from === to ? earlier : earlier !== null && time(earlier) === to ? null : iso(known['startsAt'])
  return { sequence: isSignificant ? sequence + 1 : sequence, previousStartsAt }
}

const time = (value: unknown): number | null =>
  typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : null

const iso = (value: unknown): string | null => {
  const moment = time(value)
  return moment === null ? null : new Date(moment).toISOString()
}

const place = (event: Event, part: string): unknown => {
  const value = event['place']
  return (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined) ?? ''
}

const significant: ((event: Event) => unknown)[] = [
  (event) => time(event['startsAt']),
  (event) => time(event['endsAt']),
  (event) => Boolean(event['allDay']),
  // That it was held changes nothing in a calendar.
  (event) => (event['status'] === 'held' ? 'scheduled' : (event['status'] ?? 'scheduled')),
  (event) => place(event, 'name'),
  (event) => place(event, 'address'),
]
