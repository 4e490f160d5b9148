import { momentOf, toldDates, type Notice, type Told } from './notice.schema.ts'

/** What the public knows after this publication. */
export const toldAfter = (notice: Notice, now: string): Told => {
  const dates = toldDates.flatMap((date) => {
    const moment = momentOf(notice, date)
    if (!moment) return []
    const known = notice.told[date]
    return [[date, known?.date === moment ? known : { date: moment, at: now }] as const]
  })
  return {
    ...Object.fromEntries(dates),
    notice: notice.told.notice ?? { date: now, at: now },
    ...(notice.status === 'cancelled' ? { cancelled: notice.told.cancelled ?? { date: now, at: now } } : {}),
  }
}
