import type { BallotList } from '../../../collections/Polls/ballotList.schema.ts'
import { ballotFormat } from '../../../collections/Polls/ballotList.schema.ts'
import { countAfterMs, pollLevels } from '../../../collections/Polls/pollRules.schema.ts'
import { documentPath } from '../../../collections/documentPath.schema.ts'
import type { PollPhase } from '../cms/index.ts'
import type { Poll, PollResult } from '../cms/types.ts'
import type { Row, Stop } from '../components/props.ts'
import { dayNear, daysBetween, number, plural, time } from './dates.ts'
import { decapitalise } from './words.ts'

/** «открытое: любой посетитель»: stands beside every result. */
export const levelWords = ({ level }: Poll): string =>
  decapitalise(pollLevels.find(({ value }) => value === level)?.ru ?? '')

/** «27 ноября, 20:00» */
const moment = (when: string, today: string): string =>
  `${dayNear(when, `${today}T09:00:00Z`)}, ${time(when)}`

/** When the result is counted. */
export const countedAt = ({ closesAt }: Poll): string =>
  new Date(new Date(closesAt).getTime() + countAfterMs).toISOString()

/** «Идёт, осталось 4 дня» */
export function leftWords({ closesAt }: Poll, today: string): string {
  const days = daysBetween(today, closesAt)
  return days === 0
    ? `Идёт, до ${time(closesAt)} сегодня`
    : `Идёт, осталось ${plural(days, ['день', 'дня', 'дней'])}`
}

/** «Что будет дальше» of a poll. */
export function pollStops(poll: Poll, phase: PollPhase, today: string): Stop[] {
  const isOpened = phase !== 'ahead'
  const isClosed = phase === 'counting' || phase === 'over'
  const end = moment(poll.closesAt, today)
  return [
    {
      when: moment(poll.opensAt, today),
      title: isOpened ? 'Открыли' : 'Откроется',
      ...(isOpened ? done : {}),
    },
    phase === 'open'
      ? { when: `сейчас, до ${end}`, title: 'Голосование', state: 'now' }
      : {
          when: isClosed ? end : `до ${end}`,
          title: isClosed ? 'Голосование закончилось' : 'Голосование',
          ...(isClosed ? done : {}),
        },
    {
      when: moment(countedAt(poll), today),
      title: 'Итоги и все бюллетени',
      text: 'Пересчитать сможет каждый.',
      ...(phase === 'over' ? done : phase === 'counting' ? { state: 'now' as const } : {}),
    },
  ]
}

const done = { state: 'done' as const }

/** A poll in a list. */
export function pollRow(poll: Poll, phase: PollPhase, result: PollResult | null, today: string): Row {
  const dates: Record<PollPhase, string> = {
    ahead: `с ${moment(poll.opensAt, today)}`,
    open: `до ${moment(poll.closesAt, today)}`,
    counting: moment(poll.closesAt, today),
    over: dayNear(poll.closesAt, `${today}T09:00:00Z`),
  }
  const list = result && listOf(result)
  return {
    when: dates[phase],
    title: poll.title,
    href: documentPath('polls', poll.slug ?? ''),
    text: [list ? outcomeSentence(list).replace(/\.$/, '') : poll.audience, levelWords(poll)]
      .filter(Boolean)
      .join(' · '),
    ...(phase === 'open' ? { tag: { label: leftWords(poll, today), tone: 'now' as const } } : {}),
  }
}

/** The published list of a result; null when too few people voted to publish it. */
export function listOf({ about, root, ballots, tally }: PollResult): BallotList | null {
  if (!ballots || !tally) return null
  // Written by countClosed.ts of the model as the parts of one BallotList.
  return { format: ballotFormat, poll: about, ballots, root, tally } as BallotList
}

/** Options with the most votes. */
const winners = ({ poll, tally }: BallotList): string[] => {
  const most = Math.max(...tally.options.map(({ count }) => count))
  return poll.options.flatMap(({ id, text }) =>
    most > 0 && tally.options.some((option) => option.id === id && option.count === most) ? text : [],
  )
}

/** «Больше всего голосов: «Площадь у школы». Проголосовали 1 204 человека.» */
export function outcomeSentence(list: BallotList): string {
  const first = winners(list).map((text) => `«${text}»`)
  const lead =
    first.length > 1 ? `Поровну голосов: ${first.join(', ')}` : `Больше всего голосов: ${first.join('')}`
  const { ballots } = list.tally
  return `${lead}. Проголосовали ${plural(ballots, ['человек', 'человека', 'человек'])}.`
}

export interface Bar {
  text: string
  count: string
  percent: number
  share: string
  isFirst: boolean
}

/** The options with their votes, as bars and as a table. */
export function barsOf(list: BallotList): Bar[] {
  const first = new Set(winners(list))
  return list.poll.options.map(({ id, text }) => {
    const { count = 0, percent = 0 } = list.tally.options.find((option) => option.id === id) ?? {}
    return {
      text,
      count: number(count),
      percent,
      share: `${String(percent).replace('.', ',')} %`,
      isFirst: first.has(text),
    }
  })
}
