import { documentPath } from '../../../collections/documentPath.schema.ts'
import { weekdays } from '../../../collections/deputyDuties.schema.ts'
import type { HoursException, OpenState } from '../../../collections/Places/openingHours.schema.ts'
import { placeCategories } from '../../../collections/Places/places.schema.ts'
import { stopKinds } from '../../../collections/Stops/stops.schema.ts'
import { wordOf } from '../../../collections/Wishes/wishes.schema.ts'
import type { NearStop, Place } from '../cms/index.ts'
import type { Row } from '../components/props.ts'
import { distance } from '../houses/houseFacts.ts'
import { walkMinutes } from '../houses/nearby.ts'
import { addDays, dateOf } from '../lib/calendar.ts'
import { day, dayKey, dayRange, plural, time } from '../lib/dates.ts'
import { stopUrl } from '../lib/maps.ts'

export const categoryName = (category: Place['category']): string => wordOf(placeCategories, category)

/** «Открыто до 20:00», «Закрыто, откроется завтра в 09:00»; null when nobody knows. */
export function openWords(state: OpenState | null, today: string): string | null {
  if (!state) return null
  if (state.isOpen)
    return state.until ? `Открыто до ${untilWords(state.until, today)}` : 'Открыто круглосуточно'
  return state.opensAt ? `Закрыто, откроется ${fromWords(state.opensAt, today)}` : 'Закрыто'
}

function untilWords(moment: Date, today: string): string {
  const at = dayKey(moment)
  if (at === today) return time(moment)
  return at === addDays(today, 1) ? `${time(moment)} завтра` : `${time(moment)} ${day(moment)}`
}

function fromWords(moment: Date, today: string): string {
  const at = dayKey(moment)
  if (at === today) return `в ${time(moment)}`
  return at === addDays(today, 1) ? `завтра в ${time(moment)}` : `${day(moment)} в ${time(moment)}`
}

/** The week as a table has it: days that go alike stand together, «Понедельник — пятница». */
export function weekRows({ hours }: Pick<Place, 'hours'>): { days: string; hours: string }[] {
  const days = weekdays.map(({ value, ru }) => ({
    name: ru,
    hours: (hours ?? [])
      .filter((row) => row.weekdays.includes(value))
      .sort((a, b) => a.from.localeCompare(b.from))
      .map(({ from, to }) => hoursText(from, to))
      .join(', '),
  }))
  const rows: { first: string; last: string; hours: string }[] = []
  for (const { name, hours } of days) {
    const before = rows.at(-1)
    if (before?.hours === hours) before.last = name
    else rows.push({ first: name, last: name, hours })
  }
  return rows.map(({ first, last, hours }) => ({
    days: first === last ? first : `${first} — ${last.toLowerCase()}`,
    hours: hours || 'закрыто',
  }))
}

function hoursText(from: string, to: string): string {
  if (from === to) return from === '00:00' ? 'круглосуточно' : `с ${from}, круглые сутки`
  return to < from && to !== '00:00'
    ? `${from}–${to} следующего дня`
    : `${from}–${to === '00:00' ? '24:00' : to}`
}

/** Days ahead that differ from the week, the nearest first. */
export function specialDays({ exceptions }: Pick<Place, 'exceptions'>, today: string): Row[] {
  return (exceptions ?? [])
    .filter(({ day, lastDay }) => dayKey(lastDay ?? day) >= today)
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((exception) => ({
      when: exceptionDays(exception),
      title: exceptionHours(exception),
      text: exception.note ?? undefined,
    }))
}

const exceptionDays = ({ day, lastDay }: HoursException): string =>
  dayRange(dateOf(day), dateOf(lastDay ?? day))

const exceptionHours = ({ from, to }: HoursException): string =>
  from && to ? hoursText(from, to) : 'Закрыто'

export function placeRow(place: Place, state: OpenState | null, today: string): Row {
  return {
    title: place.title,
    href: place.slug ? documentPath('places', place.slug) : undefined,
    text: [openWords(state, today), place.address].filter(Boolean).join('. ') || undefined,
    isDemo: place.demo ?? false,
  }
}

/** «350 м, около 6 минут пешком» */
export const walkWords = (metres: number): string =>
  `${distance(metres)}, около ${plural(walkMinutes(metres), ['минуты', 'минут', 'минут'])} пешком`

export function stopRow(stop: NearStop): Row {
  return {
    title: stop.title,
    href: stopUrl(stop),
    text: [`${wordOf(stopKinds, stop.kind)}. ${walkWords(stop.metres)}`, routesText(stop.routes)]
      .filter(Boolean)
      .join('. '),
    isDemo: stop.demo ?? false,
  }
}

export const routesText = (routes: readonly string[] | null | undefined): string | null =>
  routes?.length ? `Маршруты: ${routes.join(', ')}` : null
