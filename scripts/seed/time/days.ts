const MOSCOW = 3 * 3_600_000
const DAY = 86_400_000

/** A calendar day in Moscow as a whole number: days since 1 January 1970. Adding 1 gives the next day. */
export const dayOf = (moment: Date): number => Math.floor((moment.getTime() + MOSCOW) / DAY)

/** The day as YYYY-MM-DD. */
export const fromDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** ISO weekday of the day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The moment of a Moscow day and time («18:30») as an ISO string in UTC. */
export const momentOf = (day: number, time: string): string =>
  new Date(`${fromDay(day)}T${time}:00+03:00`).toISOString()
