import type { WeekdayRule } from '../../../collections/calendarRule.schema.ts'
import type { Repeat } from '../../../collections/Events/dates.schema.ts'
import { typography } from './typography.ts'

/** «по вторникам», «в первую среду месяца», «в последнее воскресенье месяца» */
export function weekdayWords({ weekday, weeks }: WeekdayRule): string {
  const index = Number(weekday) - 1
  const ordinal = ORDINALS[weeks ?? 'every']
  if (!ordinal) return typography(`по ${WEEKLY[index]}`)
  const gender = index === 6 ? 2 : [2, 4, 5].includes(index) ? 1 : 0
  return typography(`${ordinal[gender]} ${ONE[index]} месяца`)
}

/** How an event repeats: «по вторникам и четвергам», «в первую субботу месяца», «5-го числа каждого месяца». */
export function repeatWords({ rule, weekdays, weeks, monthDay }: Repeat): string {
  if (rule === 'monthDay') return typography(`${monthDay}-го числа каждого месяца`)
  const which = rule === 'weekly' ? 'every' : weeks
  const days = [...(weekdays ?? [])].sort().map((weekday) => weekdayWords({ weekday, weeks: which }))
  const short = rule === 'weekly' ? days.map((words, index) => (index === 0 ? words : words.slice(3))) : days
  return [short.slice(0, -1).join(', '), short.at(-1)].filter(Boolean).join(' и ')
}

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
