/** A calendar day in Moscow: «2026-11-25». */
export type Day = string

export const moscowMs = 3 * 3_600_000 // no summer time since 2014
const dayMs = 86_400_000

export const dayOf = (moment: string | number | Date): Day => clockOf(moment).slice(0, 10)

export const plusDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)

/** How many days `to` is after `from`; negative when before. */
export const daysFrom = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The first moment of a day. */
export const startOfDay = (day: Day): Date => new Date(Date.parse(day) - moscowMs)

/** The last moment of a day. */
export const endOfDay = (day: Day): Date => new Date(Date.parse(plusDays(day, 1)) - moscowMs - 1)

/** «26 декабря» */
export const dayWords = (day: Day): string => {
  const [, month = '1', date = '1'] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]}`
}

/** «27 ноября в 20:00» */
export const momentWords = (moment: number): string =>
  `${dayWords(dayOf(moment))} в ${clockOf(moment).slice(11, 16)}`

/** «27 ноября 2026» */
export const dayYearWords = (moment: string | number): string => {
  const day = dayOf(moment)
  return `${dayWords(day)} ${day.slice(0, 4)}`
}

/** «20:00» */
export const timeOf = (moment: string | number): string => clockOf(moment).slice(11, 16)

const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

const clockOf = (moment: string | number | Date) =>
  new Date(new Date(moment).getTime() + moscowMs).toISOString()
