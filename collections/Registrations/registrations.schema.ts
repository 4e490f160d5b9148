/** Registration for an event: the site draws the form, the endpoint checks it. */

/** A hall, not a stadium. */
export const mostSeats = 2000

export const registrationLimits = { name: 120, email: 254 } as const

/** Names and addresses are erased so long after the event. */
export const registrationKeptDays = 14

export const registrationPaths = {
  /** Ends with the id of the event. */
  send: '/api/registrations/send/',
  seats: '/api/registrations/seats',
  sent: '/api/registrations/sent',
  /** Ends with the token of a private link. */
  mine: '/api/registrations/mine/',
  cancelled: '/api/registrations/cancelled',
} as const

/** The last part of the address of an event's form, or of that of one of its dates. */
export const registrationPart = 'zapis/'

/** Which date of an event: «<event>/2026-12-05», and «<event>/» of one that takes place once. */
export const seatsKey = (event: string, day?: string | null): string => `${event}/${day ?? ''}`

/** What the seats endpoint answers. */
export interface SeatsAnswer {
  seats: number
  free: number
  waiting: number
}

export const freeSeats = (seats: number, taken: number): number => Math.max(0, seats - taken)
