import {
  occurrencesOf,
  type Hours,
  type Occurrence,
} from '../../../collections/Receptions/occurrences.schema.ts'
import { personReceptionsPath } from '../../../collections/Receptions/receptions.schema.ts'
import { idOf, placeOfHouse } from '../cms/index.ts'
import type { Reception } from '../cms/types.ts'
import type { ReceptionItem } from '../components/props.ts'
import { addDays } from './calendar.ts'
import { capitalise, day, dayKey, nearDay } from './dates.ts'
import { typography } from './typography.ts'
import { weekdayWords } from './weekdayWords.ts'

export type Rule = NonNullable<Reception['rules']>[number]

/** «17:00–19:00», «с 17:00» */
export function receptionHours({ from, to }: Pick<Rule, 'from' | 'to'>): string {
  if (!from) return ''
  return typography(to ? `${from}–${to}` : `с ${from}`)
}

/** How far a page looks ahead, in days: a rule of the month is met within. */
const daysAhead = 62

/** The nearest reception that takes place, today included. */
export function nextOccurrence(hours: Hours, today: string): Occurrence | undefined {
  return occurrencesOf(hours, { from: today, until: addDays(today, daysAhead) }).find(
    ({ state }) => state !== 'cancelled',
  )
}

/** «ближайший — завтра», «ближайший — 1 декабря» */
export function nearestReception(hours: Hours, today: string): string | undefined {
  const next = nextOccurrence(hours, today)
  if (!next) return undefined
  const moment = `${next.day}T09:00:00Z`
  const near = nearDay(moment, `${today}T09:00:00Z`)
  return typography(`ближайший — ${near === 'сегодня' || near === 'завтра' ? near : day(moment)}`)
}

/** What is other than usual from today on: «2 декабря приёма не будет: праздник». */
export function receptionChanges({ exceptions }: Pick<Reception, 'exceptions'>, today: string): string[] {
  return (exceptions ?? [])
    .filter((exception) => [exception.day, exception.movedTo].some((each) => each && dayKey(each) >= today))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ day: on, change, movedTo, from, to, place, note }) => {
      const hours = from ? `${from}${to ? `–${to}` : ''}` : ''
      const other = [movedTo && day(movedTo), hours, place].filter(Boolean).join(', ')
      const what = {
        cancelled: `${day(on)} приёма не будет`,
        moved: `${day(on)}: перенесён${other ? ` на ${other}` : ''}`,
        extra: `ещё ${[day(on), hours, place].filter(Boolean).join(', ')}`,
      }[change]
      return typography(capitalise(note ? `${what}. ${note}` : what))
    })
}

/** «Библиотека, Примерная улица, 5» */
export function receptionPlace({
  place,
  house,
  address,
}: Pick<Reception, 'place' | 'house' | 'address'>): string {
  const houseId = idOf(house)
  return [place, (houseId && placeOfHouse(houseId)?.title) || address]
    .filter(Boolean)
    .join(', ')
    .replace(/, (?=\S{1,6}$)/, ',\u00a0')
}

/** Office hours as rows of the table «кто, где, когда», the nearest first. */
export function receptionItems(
  receptions: readonly Reception[],
  today: string,
  { hasWho = true } = {},
): ReceptionItem[] {
  return receptions
    .flatMap((reception) => {
      const { rules, exceptions } = reception
      const changes = receptionChanges(reception, today)
      const rows = (rules ?? []).filter(({ validTo }) => !validTo || dayKey(validTo) >= today)
      const row = (days: string, hours: Hours, own: Pick<ReceptionItem, 'hours' | 'changes'>) => ({
        next: nextOccurrence(hours, today)?.day ?? '9999',
        item: {
          days,
          nearest: nearestReception(hours, today),
          who:
            hasWho && reception.person
              ? { label: reception.title ?? '', href: personReceptionsPath(reception.person) }
              : undefined,
          place: receptionPlace(reception),
          note: noteOf(reception) || undefined,
          ...own,
        },
      })
      // Without a rule there are single days only.
      if (rows.length === 0)
        return changes.length > 0 ? [row('по объявлению', { exceptions }, { changes })] : []
      return rows.map((rule, index) =>
        row(
          weekdayWords(rule),
          { rules: [rule], exceptions },
          { hours: receptionHours(rule), ...(index === 0 && changes.length > 0 ? { changes } : {}) },
        ),
      )
    })
    .toSorted((a, b) => a.next.localeCompare(b.next))
    .map(({ item }) => item)
}

function noteOf({ note, booking, phone }: Reception): string {
  return [note, booking && `Запись: ${booking}`, phone && `Телефон ${unbroken(phone)}`]
    .flatMap((part) => (part ? part.replace(/\.$/, '') : []))
    .join('. ')
}

/** A number that breaks at the end of a line is misread. */
const unbroken = (phone: string): string => phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')
