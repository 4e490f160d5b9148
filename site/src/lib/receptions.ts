import type { Deputy } from '../cms/types.ts'
import type { Link, ReceptionItem } from '../components/props.ts'
import { addDays } from './calendar.ts'
import { day, nearDay } from './dates.ts'
import { typography } from './typography.ts'

export type Reception = NonNullable<Deputy['receptions']>[number]

// Monday first, as in ISO 8601.
const WEEKLY = ['понедельникам', 'вторникам', 'средам', 'четвергам', 'пятницам', 'субботам', 'воскресеньям']
const ONE = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье']
const ORDINALS: Record<string, [masculine: string, feminine: string, neuter: string]> = {
  '1': ['в первый', 'в первую', 'в первое'],
  '2': ['во второй', 'во вторую', 'во второе'],
  '3': ['в третий', 'в третью', 'в третье'],
  '4': ['в четвёртый', 'в четвёртую', 'в четвёртое'],
  last: ['в последний', 'в последнюю', 'в последнее'],
}

/** «по вторникам», «в первую среду месяца», «в последнее воскресенье месяца» */
export function receptionDays({ weekday, weeks }: Pick<Reception, 'weekday' | 'weeks'>): string {
  const index = Number(weekday) - 1
  const ordinal = ORDINALS[weeks ?? 'every']
  if (!ordinal) return typography(`по ${WEEKLY[index]}`)
  const gender = index === 6 ? 2 : [2, 4, 5].includes(index) ? 1 : 0
  return typography(`${ordinal[gender]} ${ONE[index]} месяца`)
}

/** «17:00–19:00», «с 17:00» */
export function receptionHours({ from, to }: Pick<Reception, 'from' | 'to'>): string {
  if (!from) return ''
  return typography(to ? `${from}–${to}` : `с ${from}`)
}

/** The nearest day of a rule, today included: «2026-12-01». A rule means the N-th such weekday of a month. */
export function nextReception(
  { weekday, weeks }: Pick<Reception, 'weekday' | 'weeks'>,
  today: string,
): string {
  const isMet = (key: string) => {
    const date = new Date(`${key}T00:00:00Z`)
    if ((date.getUTCDay() || 7) !== Number(weekday)) return false
    const number = date.getUTCDate()
    if (!weeks || weeks === 'every') return true
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    return weeks === 'last' ? number > length - 7 : Math.ceil(number / 7) === Number(weeks)
  }
  let key = today
  while (!isMet(key)) key = addDays(key, 1)
  return key
}

/** «ближайший — завтра», «ближайший — 1 декабря» */
export function nearestReception(rule: Pick<Reception, 'weekday' | 'weeks'>, today: string): string {
  const next = `${nextReception(rule, today)}T09:00:00Z`
  const near = nearDay(next, `${today}T09:00:00Z`)
  return typography(`ближайший — ${near === 'сегодня' || near === 'завтра' ? near : day(next)}`)
}

/** A deputy's office hours as rows of the table «кто, где, когда», the nearest first. */
export function receptionItems(
  deputy: Pick<Deputy, 'receptions'>,
  today: string,
  who?: Link,
): ReceptionItem[] {
  return (deputy.receptions ?? [])
    .toSorted((a, b) => nextReception(a, today).localeCompare(nextReception(b, today)))
    .map((rule) => ({
      days: receptionDays(rule),
      hours: receptionHours(rule),
      nearest: nearestReception(rule, today),
      who,
      place: rule.place,
      note: rule.note,
    }))
}
