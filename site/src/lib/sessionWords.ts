import { documentPath } from '../../../collections/documentPath.schema.ts'
import { quorumOf, tallyOf, type Tally } from '../../../collections/Sessions/roll.schema.ts'
import {
  itemResults,
  votes,
  type ItemResult,
  type Vote,
} from '../../../collections/Sessions/sessions.schema.ts'
import type { EventState } from '../cms/eventState.ts'
import type { Attended } from '../cms/index.ts'
import type { Session } from '../cms/types.ts'
import type { Row, Stop } from '../components/props.ts'
import { dateTime } from './calendar.ts'
import { dayYear, plural, pluralForm } from './dates.ts'
import { decapitalise } from './words.ts'

export const voteName = (vote: Vote): string => votes.find(({ value }) => value === vote)?.ru ?? ''

export const resultName = (result: ItemResult | null | undefined): string | null =>
  itemResults.find(({ value }) => value === result)?.ru ?? null

/** «27 за, 2 против, 1 воздержался, 2 не голосовали»; what nobody did is left out, but for «за» and «против». */
export function tallyWords(tally: Tally): string {
  const { abstained, absent } = tally
  return [
    `${tally.for} за`,
    `${tally.against} против`,
    abstained > 0 && `${abstained} ${pluralForm(abstained, ['воздержался', 'воздержались', 'воздержались'])}`,
    absent > 0 && `${absent} ${pluralForm(absent, ['не голосовал', 'не голосовали', 'не голосовали'])}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** «Принято: 27 за, 2 против»; null for an item of which nothing is known yet. */
export function itemOutcome(session: Session, item: NonNullable<Session['agenda']>[number]): string | null {
  const tally = tallyOf(session.roll ?? [], item.id ?? '')
  const counted = tally.for + tally.against + tally.abstained > 0 ? tallyWords(tally) : null
  const name = resultName(item.result)
  return name && counted ? `${name}: ${counted}` : (name ?? (counted && `Голосовали: ${counted}`))
}

export interface Attendance {
  present: number
  seats: number
  quorum: number
  hasQuorum: boolean
}

/** Null before the roll is known. */
export function attendanceOf({ roll, seats }: Session): Attendance | null {
  if (!roll || roll.length === 0) return null
  const present = roll.filter((entry) => entry.present).length
  const elected = seats ?? roll.length
  const quorum = quorumOf(elected)
  return { present, seats: elected, quorum, hasQuorum: present >= quorum }
}

/** A sitting as a row of a list: when, what, what is known of it. */
export function sessionRow(session: Session): Row {
  const { agenda, demo, slug, startsAt, status, statusReason, title } = session
  const items = agenda?.length ?? 0
  const attendance = attendanceOf(session)
  const isOff = status === 'cancelled'
  return {
    when: dayYear(startsAt),
    datetime: startsAt,
    isStruck: isOff,
    title,
    href: slug ? documentPath('sessions', slug) : undefined,
    text:
      [
        session.lead,
        items > 0 && `В повестке ${plural(items, ['вопрос', 'вопроса', 'вопросов'])}`,
        attendance && `Присутствовали ${attendance.present}\u00a0из\u00a0${attendance.seats}`,
        isOff && statusReason && `Причина: ${statusReason}`,
      ]
        .filter((part) => typeof part === 'string' && part !== '')
        .map((part) => String(part).replace(/\.$/, ''))
        .join('. ') || undefined,
    isDemo: demo ?? false,
    tag: isOff
      ? { label: 'Отменено', tone: 'late' }
      : status === 'moved'
        ? { label: 'Перенесено' }
        : status === 'scheduled'
          ? { label: 'Назначено' }
          : undefined,
  }
}

/** The way of a sitting: agenda, sitting, decisions, minutes. */
export function sessionStops(session: Session, state: EventState): Stop[] {
  const { agenda, minutes, publishedAt, roll, startsAt } = session
  const isOver = state === 'after'
  const isDecided = isOver && ((roll ?? []).length > 0 || (agenda ?? []).some(({ result }) => result))
  return [
    {
      when: state === 'before' ? 'сейчас' : publishedAt ? `объявлено ${dayYear(publishedAt)}` : undefined,
      title: 'Повестка',
      href: '#povestka',
      state: state === 'before' ? 'now' : 'done',
    },
    {
      when: state === 'now' ? 'идёт сейчас' : dateTime(startsAt),
      title: 'Заседание',
      href: '#kogda',
      state: state === 'now' ? 'now' : isOver ? 'done' : undefined,
    },
    {
      when: isDecided ? 'опубликованы' : isOver ? 'сейчас: готовят' : 'после заседания',
      title: 'Решения и голоса',
      href: isDecided ? '#povestka' : undefined,
      state: isDecided ? 'done' : isOver ? 'now' : undefined,
    },
    {
      when: minutes ? 'опубликован' : isDecided ? 'сейчас: готовят' : 'после заседания',
      title: 'Протокол',
      href: minutes ? '#dokumenty' : undefined,
      state: minutes ? 'done' : isDecided ? 'now' : undefined,
    },
  ]
}

/** A deputy's vote on an item, in words of a list: «за», «не голосовал»; of one who was not there, «отсутствовал». */
export const ownVote = ({ isPresent }: Attended, vote: Vote | null): string =>
  isPresent ? decapitalise(voteName(vote ?? 'absent')) : 'отсутствие'
