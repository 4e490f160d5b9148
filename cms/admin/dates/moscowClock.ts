import { dayOf, moscowMs, timeOf } from '../../../collections/moscow.schema.ts'

/** The date whose clock on this computer, whatever its time zone, shows what the clock in Moscow shows at the moment. */
export const toShown = (moment: string): Date => new Date(`${dayOf(moment)}T${timeOf(moment)}:00`)

/** The moment at which the clock in Moscow shows what this computer's clock shows at the date. */
export const fromShown = (shown: Date): Date =>
  new Date(
    Date.UTC(
      shown.getFullYear(),
      shown.getMonth(),
      shown.getDate(),
      shown.getHours(),
      shown.getMinutes(),
      shown.getSeconds(),
    ) - moscowMs,
  )

/** «03.12.2026 10:00» */
export const momentText = (moment: string): string => {
  const [year, month, date] = dayOf(moment).split('-')
  return `${date}.${month}.${year} ${timeOf(moment)}`
}
