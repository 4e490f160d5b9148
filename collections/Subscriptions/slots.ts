import { dayOf, plusDays, type Day } from '../moscow.schema.ts'
import type { Rhythm } from './subscriptions.schema.ts'

/** The next 8:00 in Moscow, of a Monday when weekly; always after `now`. */
export const nextDigest = (rhythm: Exclude<Rhythm, 'now'>, now: Date): Date => {
  const today = dayOf(now)
  for (let ahead = 0; ; ahead += 1) {
    const day = plusDays(today, ahead)
    const morning = new Date(`${day}T08:00:00+03:00`)
    if (morning > now && (rhythm === 'daily' || isMonday(day))) return morning
  }
}

const isMonday = (day: Day): boolean => new Date(day).getUTCDay() === 1
