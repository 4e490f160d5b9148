import { answering, isOverdue, type Timed } from './clock.schema.ts'
import { dayOf, daysFrom, type Day } from '../moscow.schema.ts'
import { isWaiting } from './states.schema.ts'

/** A group smaller than this tells of persons, not of work: nothing is shown of it. */
export const smallestGroup = 5

/** What is counted: questions as residents read them. */
export type Counted = Timed & { addressee: string; reason?: string | null }

/** Numbers of one addressee, or of all; null where the group is too small. */
export type Statistics = {
  /** Registered and declined. */
  asked: number | null
  answered: number | null
  declined: number | null
  /** By reason, those with a group that is large enough. */
  reasons: { reason: string; count: number }[]
  /** Whole days from registration to the answer. */
  medianDays: number | null
  slowestTenthDays: number | null
  /** Answered after the term or waiting beyond it, of those whose term counts already. */
  overdue: number | null
  /** Answered, or with a term that is over: a younger question counts against nobody. */
  mature: number | null
}

export const statisticsOf = (questions: readonly Counted[], today: Day): Statistics => {
  const declined = questions.filter(({ state }) => state === 'declined')
  const answered = questions.filter(({ answeredAt }) => answeredAt)
  const mature = questions.filter((question) => isMature(question, today))
  const days = answered.flatMap(({ registeredAt, answeredAt }) =>
    registeredAt && answeredAt ? daysFrom(dayOf(registeredAt), dayOf(answeredAt)) : [],
  )
  const isEnough = mature.length >= smallestGroup
  return {
    asked: shown(questions.length),
    answered: shown(answered.length),
    declined: shown(declined.length),
    reasons: [...Map.groupBy(declined, ({ reason }) => reason ?? '')].flatMap(([reason, { length }]) =>
      length >= smallestGroup ? { reason, count: length } : [],
    ),
    medianDays: rank(days, 0.5),
    slowestTenthDays: rank(days, 0.9),
    overdue: isEnough ? mature.filter((question) => isOverdue(question, today)).length : null,
    mature: shown(mature.length),
  }
}

const shown = (count: number): number | null => (count >= smallestGroup ? count : null)

const isMature = (question: Counted, today: Day): boolean =>
  Boolean(question.answeredAt) ||
  (isWaiting(question.state) && daysFrom(answering(question).until, today) > 0)

/** The smallest value that at least this share of all does not exceed (nearest rank). */
const rank = (values: readonly number[], share: number): number | null => {
  if (values.length < smallestGroup) return null
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null
}
