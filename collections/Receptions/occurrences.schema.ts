import { daysFromTo, isOnWeekday } from '../calendarRule.schema.ts'
import { dayOf } from '../moscow.schema.ts'
import type { ReceptionChange } from './receptions.schema.ts'

/** Office hours as an editor writes them down; days are moments of which the Moscow day counts, hours are «18:30». */
export interface Hours {
  rules?: readonly HoursRule[] | null
  exceptions?: readonly HoursException[] | null
}

export interface HoursRule {
  /** ISO: «1» is Monday. */
  weekday: string
  /** «every», «1»…«4»: the N-th such weekday of a month, «last». */
  weeks?: string | null
  from: string
  to: string
  validFrom?: string | null
  validTo?: string | null
}

export interface HoursException {
  day: string
  change: ReceptionChange
  /** Moved: to this day, or within the same one. */
  movedTo?: string | null
  /** Moved and extra: other hours. */
  from?: string | null
  to?: string | null
  place?: string | null
  note?: string | null
}

/** One reception on one day, by the Moscow clock. */
export interface Occurrence {
  /** «2026-12-02» */
  day: string
  from: string
  to: string
  state: 'regular' | ReceptionChange
  /** The day it was to be, when it was moved. */
  movedFrom?: string
  /** Day and hour by the rule, whatever came of it: what calendars know it by. */
  planned: string
  place?: string
  note?: string
}

/**
 * Every reception from one day to another, both included, in their order: rules with their weeks and terms, without the days
 * on which an exception says otherwise. Cancelled ones stay in it, marked. The one place where office hours become days.
 */
export function occurrencesOf(
  { rules, exceptions }: Hours,
  { from, until }: { from: string; until: string },
): Occurrence[] {
  const changed = new Map<string, HoursException>()
  for (const exception of exceptions ?? [])
    if (exception.change !== 'extra') changed.set(dayOf(new Date(exception.day)), exception)
  const isWithin = ({ day }: Occurrence) => day >= from && day <= until
  const regular = daysFromTo(from, until)
    .filter((day) => !changed.has(day))
    .flatMap((day) => byRule(rules ?? [], day))
  const others = [...changed].flatMap(([day, exception]) => {
    const planned = byRule(rules ?? [], day)
    return planned.map((occurrence) => changedBy(exception, occurrence))
  })
  const extra = (exceptions ?? []).flatMap((exception) => extraOf(exception))
  return [...regular, ...[...others, ...extra].filter(isWithin)].sort(
    (a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from),
  )
}

function byRule(rules: readonly HoursRule[], day: string): Occurrence[] {
  return rules
    .filter((rule) => isMet(rule, day))
    .map(({ from, to }) => ({ day, from, to, state: 'regular' as const, planned: `${day}-${from}` }))
}

/** Whether the rule means this day, within its term. */
function isMet({ weekday, weeks, validFrom, validTo }: HoursRule, day: string): boolean {
  if (validFrom && day < dayOf(new Date(validFrom))) return false
  if (validTo && day > dayOf(new Date(validTo))) return false
  return isOnWeekday({ weekday, weeks }, day)
}

function changedBy(exception: HoursException, planned: Occurrence): Occurrence {
  const { change, movedTo, from, to } = exception
  if (change === 'cancelled') return { ...planned, state: 'cancelled', ...wordsOf(exception) }
  return {
    day: movedTo ? dayOf(new Date(movedTo)) : planned.day,
    from: from || planned.from,
    to: to || planned.to,
    state: 'moved',
    movedFrom: planned.day,
    planned: planned.planned,
    ...wordsOf(exception),
  }
}

function extraOf(exception: HoursException): Occurrence[] {
  const { change, day, from, to } = exception
  if (change !== 'extra' || !from || !to) return []
  const on = dayOf(new Date(day))
  return [{ day: on, from, to, state: 'extra', planned: `${on}-${from}`, ...wordsOf(exception) }]
}

function wordsOf({ place, note }: HoursException): Pick<Occurrence, 'place' | 'note'> {
  return { ...(place ? { place } : {}), ...(note ? { note } : {}) }
}
