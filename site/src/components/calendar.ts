import type { CalendarEntry, EntryKind } from './props.ts'

/** Words for the three kinds: the mark's shape never stands alone. */
export const KINDS: Record<EntryKind, { word: string; legend: string }> = {
  event: { word: 'событие', legend: 'Событие' },
  official: { word: 'официально', legend: 'Официально: заседания, слушания' },
  reception: { word: 'приём', legend: 'Приём граждан' },
}

export interface MonthDay {
  /** «2026-11-23» */
  key: string
  number: number
  isOut: boolean
  isPast: boolean
  isToday: boolean
  entries: CalendarEntry[]
}

/** The weeks of a month from Monday, with the days around it that fill the grid. */
export function monthWeeks({
  month,
  today,
  entries,
}: {
  month: string
  today: string
  entries: CalendarEntry[]
}): MonthDay[][] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const byDay = Map.groupBy(entries, (entry) => entry.day)
  const first = new Date(Date.UTC(year, number - 1, 1))
  const lead = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = new Date(Date.UTC(year, number - 1, 1 - lead + week * 7 + weekday))
      const key = date.toISOString().slice(0, 10)
      const isOut = date.getUTCMonth() !== number - 1
      return {
        key,
        number: date.getUTCDate(),
        isOut,
        isPast: key < today,
        isToday: key === today && !isOut,
        entries: isOut ? [] : byTime(byDay.get(key) ?? []),
      }
    }),
  )
}

/** Entries by day, in order; what lasts the whole day comes first. */
export function agendaDays(entries: CalendarEntry[]): { day: string; entries: CalendarEntry[] }[] {
  return [...Map.groupBy(entries, (entry) => entry.day)]
    .map(([day, list]) => ({ day, entries: byTime(list) }))
    .sort((a, b) => a.day.localeCompare(b.day))
}

/** By the clock; what lasts the whole day comes first. */
export const byTime = (entries: CalendarEntry[]) =>
  entries.toSorted((a, b) => (a.time ?? '').localeCompare(b.time ?? '') || a.title.localeCompare(b.title))
