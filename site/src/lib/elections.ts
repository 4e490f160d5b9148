import { electionKinds, silenceOf, usualHours } from '../../../collections/Elections/elections.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { Election, Turnout } from '../cms/types.ts'
import type { Row, Stop } from '../components/props.ts'
import { capitalise, day, dayKey, dayRange, dayYear, daysBetween, plural, time } from './dates.ts'
import type { Shown } from './statistics.ts'
import { decapitalise } from './words.ts'

export type ElectionPhase = 'ahead' | 'voting' | 'over'

type Dates = Pick<Election, 'votingFrom' | 'votingTo' | 'hoursFrom' | 'hoursTo'>

/** Where an election stands on a Moscow day («2026-11-23»). */
export function electionPhase({ votingFrom, votingTo }: Dates, today: string): ElectionPhase {
  if (today < dayKey(votingFrom)) return 'ahead'
  return today > dayKey(votingTo) ? 'over' : 'voting'
}

/** «12–13 апреля 2025 года, с 8:00 до 20:00» */
export function votingWords(election: Dates): string {
  return `${votingDays(election)}, ${hoursWords(election)}`
}

/** «12–13 апреля 2025» */
export const votingDays = ({ votingFrom, votingTo }: Dates): string =>
  dayRange(votingFrom, votingTo, '1970-01-01T12:00:00Z')

export const hoursWords = ({ hoursFrom, hoursTo }: Dates): string =>
  `с ${plainHour(hoursFrom || usualHours.from)} до ${plainHour(hoursTo || usualHours.to)}`

const plainHour = (text: string): string => text.replace(/^0/, '')

export const kindName = ({ kind }: Pick<Election, 'kind'>): string =>
  electionKinds.find(({ value }) => value === kind)?.ru ?? ''

/** The stages with the days of voting among them, by date. */
export function electionStops(election: Dates & Pick<Election, 'stages'>, today: string): Stop[] {
  const voting = {
    title: 'Голосование',
    from: election.votingFrom,
    to: election.votingTo,
    text: capitalise(hoursWords(election)),
  }
  return [...(election.stages ?? []), voting]
    .sort((one, other) => dayKey(one.from).localeCompare(dayKey(other.from)))
    .map(({ title, from, to, text }): Stop => {
      const last = to ?? from
      const isDone = dayKey(last) < today
      const isNow = !isDone && dayKey(from) <= today
      const dates = dayRange(from, last, `${today}T09:00:00Z`)
      return {
        title,
        when: isNow ? `сейчас, до ${day(last)}` : dates,
        ...(text ? { text } : {}),
        ...(isDone ? { state: 'done' } : isNow ? { state: 'now' } : {}),
      }
    })
}

/** «Осталось 17 дней», while there is something to wait for. */
export function leftWords(election: Dates, today: string): string | null {
  const left = daysBetween(today, election.votingFrom)
  if (electionPhase(election, today) === 'voting') return 'Идёт голосование'
  return left > 0 ? `До голосования ${plural(left, ['день', 'дня', 'дней'])}` : null
}

/** «С 7 сентября до 20:00 13 сентября 2026 опросы и прогнозы о выборах не публикуются» */
export function silenceWords(election: Dates): string {
  const { from, until } = silenceOf({
    from: dayKey(election.votingFrom),
    to: dayKey(election.votingTo),
    closes: election.hoursTo || usualHours.to,
  })
  return `С ${day(`${from}T09:00:00Z`)} до ${time(until)} ${dayYear(until)} опросы и прогнозы о выборах публиковать нельзя (67-ФЗ, ст. 46, п. 3).`
}

export const electionRow = (election: Election, today: string): Row => {
  const left = leftWords(election, today)
  return {
    when: votingDays(election),
    title: election.title,
    href: documentPath('elections', election.slug ?? ''),
    text: election.elects || decapitalise(kindName(election)),
    isDemo: Boolean(election.demo),
    ...(left
      ? { tag: { label: left, tone: electionPhase(election, today) === 'voting' ? 'now' : 'plain' } }
      : {}),
  }
}

/** «31 %», «48,25 %» */
export const percentWords = (percent: number): string => `${String(percent).replace('.', ',')} %`

/** A name that says its year already does not say it twice. */
export const withYear = (title: string, year: number): string =>
  title.includes(String(year)) ? title : `${title}, ${year}`

/** Bars by year; an invented figure says so in its own label. */
export const turnoutBars = (rows: readonly Turnout[]): Shown[] =>
  rows.map(({ id, year, title, percent, demo }) => ({
    key: id,
    label: `${withYear(title, year)}${demo ? ' (демо)' : ''}`,
    count: percent,
  }))
