import {
  type HearingKind,
  type HearingStage,
  hearingStageLabels,
  hearingStages as lawfulStages,
} from '../../../collections/hearingKinds.schema.ts'
import type { Hearing } from '../cms/types.ts'
import type { Stop } from '../components/props.ts'
import { day, dayKey, dayRange, daysBetween, nearDay, plural, time } from './dates.ts'

export type HearingDates = Pick<
  Hearing,
  | 'kind'
  | 'status'
  | 'noticeAt'
  | 'exposition'
  | 'comments'
  | 'meeting'
  | 'voting'
  | 'protocolDueAt'
  | 'conclusionDueAt'
  | 'protocolAt'
  | 'conclusionAt'
>

/** What a resident can do: take part now, take part later, wait for the result, read the result. */
export type HearingPhase = 'open' | 'ahead' | 'closing' | 'finished'

export interface HearingProgress {
  phase: HearingPhase
  isCancelled: boolean
  /** The line of the procedure, in the lawful order. */
  stops: Stop[]
  /** 1-based; beyond `total` when all is done. */
  current: number
  total: number
  /** «Экспозиция открыта»: the current stage in words. */
  label: string
  /** «предложения до 4 декабря»: the date that matters next. */
  when: string
}

/**
 * Where a hearing stands on a Moscow day («2026-11-23»). Pure: all comes from the dates of the record.
 * Exposition and the term of proposals run together as a rule, so they share one stop when they overlap.
 */
export function hearingProgress(hearing: HearingDates, today: string): HearingProgress {
  const kind: HearingKind = hearing.kind
  const stages = joined(lawfulStages[kind].map((name) => stageOf(name, hearing)).filter(isShown(kind)))
  const states = statesOf(stages, today)
  const nowIndex = states.indexOf('now')
  const isFinished = states.every((state) => state === 'done')
  const isCancelled = hearing.status === 'cancelled'
  const stops = stages.map((stage, index): Stop => {
    const state = isCancelled && states[index] !== 'done' ? undefined : states[index]
    return { title: stage.label, when: whenOf(stage, state, today), text: leftOf(stage, state, today), state }
  })
  const current = stages[nowIndex]
  return {
    phase: isCancelled || isFinished ? 'finished' : phaseOf(stages, today),
    isCancelled,
    stops,
    current: nowIndex < 0 ? stages.length + 1 : nowIndex + 1,
    total: stages.length,
    label: isCancelled ? 'Отменено' : labelOf(current, stages.at(-1), today),
    when: nextDate(stages, today),
  }
}

interface Stage {
  names: HearingStage[]
  label: string
  /** First and last day, ISO; a stage of one day has both the same. */
  from: string | null
  until: string | null
  /** The term by which a paper must be out. */
  due: string | null
  /** When the paper came out. */
  doneAt: string | null
  /** A meeting has an hour. */
  startsAt: string | null
}

type State = 'done' | 'now' | undefined

const PARTICIPATION: HearingStage[] = ['exposition', 'comments', 'meeting', 'voting']

function stageOf(name: HearingStage, hearing: HearingDates): Stage {
  const stage = (dates: Partial<Stage>): Stage => ({
    names: [name],
    label: hearingStageLabels[name],
    from: null,
    until: null,
    due: null,
    doneAt: null,
    startsAt: null,
    ...dates,
  })
  switch (name) {
    case 'notice':
      return stage({ from: hearing.noticeAt ?? null, until: hearing.noticeAt ?? null })
    case 'exposition':
      return stage(term(hearing.exposition?.from, hearing.exposition?.to))
    case 'comments':
      return stage(term(hearing.comments?.from ?? hearing.noticeAt, hearing.comments?.until))
    case 'voting':
      return stage(term(hearing.voting?.from, hearing.voting?.until))
    case 'meeting': {
      const startsAt = hearing.meeting?.startsAt ?? null
      return stage({ from: startsAt, until: startsAt, startsAt })
    }
    case 'protocol':
      return stage({ due: hearing.protocolDueAt ?? null, doneAt: hearing.protocolAt ?? null })
    case 'conclusion':
      return stage({ due: hearing.conclusionDueAt ?? null, doneAt: hearing.conclusionAt ?? null })
  }
}

/** A term needs its end; without a beginning it is a single day. */
function term(from: string | null | undefined, until: string | null | undefined): Partial<Stage> {
  return until ? { from: from ?? until, until } : {}
}

/** A stage without dates is left out. Only the meeting of public hearings stays: it has to be appointed yet. */
const isShown =
  (kind: HearingKind) =>
  ({ names: [name], from }: Stage) =>
    from !== null ||
    name === 'notice' ||
    name === 'protocol' ||
    name === 'conclusion' ||
    (name === 'meeting' && kind !== 'ownersMeeting')

function joined(stages: Stage[]): Stage[] {
  const exposition = stages.find(({ names }) => names[0] === 'exposition')
  const comments = stages.find(({ names }) => names[0] === 'comments')
  if (!exposition?.from || !exposition.until || !comments?.from || !comments.until) return stages
  if (exposition.from > comments.until || comments.from > exposition.until) return stages
  const both: Stage = {
    ...exposition,
    names: ['exposition', 'comments'],
    label: 'Экспозиция и предложения',
    from: exposition.from < comments.from ? exposition.from : comments.from,
    until: exposition.until > comments.until ? exposition.until : comments.until,
  }
  return stages.flatMap((stage) => (stage === exposition ? both : stage === comments ? [] : stage))
}

/** Done is what is past or out; now is what runs, else the last stage that has begun. */
function statesOf(stages: Stage[], today: string): State[] {
  const isPaper = ({ names: [name] }: Stage) => name === 'protocol' || name === 'conclusion'
  const states = stages.map((stage): State => {
    if (isPaper(stage)) return isBy(stage.doneAt, today) ? 'done' : undefined
    return stage.until && dayKey(stage.until) < today ? 'done' : undefined
  })
  // A later paper proves that what comes before it is over, whatever dates are missing.
  const lastPaper = stages.findLastIndex((stage, index) => isPaper(stage) && states[index] === 'done')
  for (let index = 0; index < lastPaper; index++) states[index] = 'done'
  const running = stages.findIndex(
    ({ from }, index) => states[index] !== 'done' && from !== null && dayKey(from) <= today,
  )
  const waiting = stages.findIndex((stage, index) => states[index] !== 'done' && isPaper(stage))
  const isOver = stages.every((stage, index) => isPaper(stage) || states[index] === 'done')
  const lastDone = states.lastIndexOf('done')
  const now = running >= 0 ? running : isOver ? waiting : lastDone
  if (now >= 0) states[now] = 'now'
  return states
}

function phaseOf(stages: Stage[], today: string): HearingPhase {
  const days = stages.filter(({ names }) => names.some((name) => PARTICIPATION.includes(name)))
  const isOpen = days.some(
    ({ from, until }) => from && until && dayKey(from) <= today && today <= dayKey(until),
  )
  if (isOpen) return 'open'
  return days.some(({ from }) => from && dayKey(from) > today) ? 'ahead' : 'closing'
}

function whenOf(stage: Stage, state: State, today: string): string | undefined {
  const noon = `${today}T09:00:00Z`
  if (stage.doneAt && isBy(stage.doneAt, today)) return dayRange(stage.doneAt, stage.doneAt, noon)
  if (stage.due) {
    const until = `до ${dayRange(stage.due, stage.due, noon)}`
    return state === 'now' ? `сейчас, ${until}` : until
  }
  if (!stage.from || !stage.until) {
    if (state === 'now') return 'сейчас'
    return stage.names[0] === 'meeting' && state !== 'done' ? 'дата не назначена' : undefined
  }
  if (stage.startsAt) return `${dayNow(stage.startsAt, state, noon)}, ${time(stage.startsAt)}`
  if (state !== 'now') return dayRange(stage.from, stage.until, noon)
  return dayKey(stage.from) === dayKey(stage.until)
    ? `сейчас, с ${dayRange(stage.from, stage.from, noon)}`
    : `сейчас, до ${dayRange(stage.until, stage.until, noon)}`
}

const dayNow = (at: string, state: State, noon: string) =>
  state === 'now' && daysBetween(noon, at) === 0 ? nearDay(at, noon) : dayRange(at, at, noon)

/** «Осталось 11 дней», or that a paper is late: overdue says so in words. */
function leftOf(stage: Stage, state: State, today: string): string | undefined {
  if (state !== 'now') return undefined
  if (stage.due) {
    const late = daysBetween(stage.due, `${today}T09:00:00Z`)
    return late > 0 ? `Срок вышел ${plural(late, ['день', 'дня', 'дней'])} назад` : undefined
  }
  if (!stage.until || stage.from === stage.until) return undefined
  const left = daysBetween(`${today}T09:00:00Z`, stage.until)
  if (left < 0) return undefined
  if (left === 0) return 'Сегодня последний день'
  return `${left % 10 === 1 && left % 100 !== 11 ? 'Остался' : 'Осталось'} ${plural(left, ['день', 'дня', 'дней'])}`
}

function labelOf(stage: Stage | undefined, last: Stage | undefined, today: string): string {
  if (!stage) return last?.names[0] === 'protocol' ? 'Есть протокол' : 'Есть заключение'
  const name = stage.names.at(-1)
  if (stage.names.length > 1) return 'Экспозиция открыта'
  if (name === 'notice') return 'Оповещение'
  if (name === 'exposition') return 'Экспозиция открыта'
  if (name === 'comments') return 'Принимают предложения'
  if (name === 'voting') return 'Принимают решения'
  if (name === 'meeting')
    return stage.from && dayKey(stage.from) === today ? 'Собрание сегодня' : 'Собрание прошло'
  return name === 'protocol' ? 'Готовят протокол' : 'Готовят заключение'
}

/** The date that matters next to a resident, with its word. */
function nextDate(stages: Stage[], today: string): string {
  const noon = `${today}T09:00:00Z`
  const ahead = stages.flatMap(({ names, from, until, startsAt }) => {
    if (startsAt && dayKey(startsAt) >= today) return [{ at: startsAt, text: `собрание ${day(startsAt)}` }]
    const isTerm = names.includes('comments') || names.includes('voting') || names.includes('exposition')
    if (!isTerm || !from || !until || dayKey(until) < today) return []
    const word = names.includes('voting')
      ? 'решения'
      : names.includes('comments')
        ? 'предложения'
        : 'экспозиция'
    const isOpen = dayKey(from) <= today
    return [
      { at: isOpen ? until : from, text: isOpen ? `${word} до ${day(until)}` : `${word} с ${day(from)}` },
    ]
  })
  const next = ahead.toSorted((a, b) => a.at.localeCompare(b.at))[0]
  if (next) return next.text
  const paper = stages.findLast(({ doneAt }) => isBy(doneAt, today))
  if (paper?.doneAt) return `${paper.label.toLowerCase()} ${dayRange(paper.doneAt, paper.doneAt, noon)}`
  const due = stages.find((stage) => stage.due && !stage.doneAt)
  return due?.due ? `${due.label.toLowerCase()} до ${dayRange(due.due, due.due, noon)}` : 'срок не указан'
}

const isBy = (at: string | null, today: string): boolean => at !== null && dayKey(at) <= today

/** The day after which the paper on the door of a house has done its work; null when no date is known. */
export function keepUntil({ meeting, comments, exposition, voting }: HearingDates): string | null {
  const last = [meeting?.startsAt, comments?.until, exposition?.to, voting?.until].reduce<string | null>(
    (latest, at) => (at && (!latest || at > latest) ? at : latest),
    null,
  )
  return last && new Date(Date.parse(last) + 86_400_000).toISOString()
}
