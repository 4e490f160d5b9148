import {
  daysLeft,
  leftWords,
  runningTerm,
  termWords,
  type Timed,
} from '../../../collections/Questions/clock.schema.ts'
import { dayOf } from '../../../collections/moscow.schema.ts'
import { states } from '../../../collections/Questions/states.schema.ts'

/** «Осталось 11 дней: 27 ноября + 30 дней = 27 декабря»; empty when nothing is due. */
export const dueWords = (question: Record<string, unknown>, now: Date, language: string): string => {
  const term = termOf(question)
  if (!term) return ''
  if (language === 'en') return `${daysLeft(term, dayOf(now))} days left, until ${term.until}`
  return `${leftWords(term, dayOf(now))}: ${termWords(term)}`
}

/** Whole days left of what runs; null when nothing does. */
export const dueIn = (question: Record<string, unknown>, now: Date): number | null => {
  const term = termOf(question)
  return term && daysLeft(term, dayOf(now))
}

const termOf = (question: Record<string, unknown>) => {
  const timed = timedOf(question)
  return timed && runningTerm(timed)
}

const timedOf = (question: Record<string, unknown>): Timed | null => {
  const state = states.find(({ value }) => value === question['state'])?.value
  const { createdAt } = question
  if (!state || typeof createdAt !== 'string') return null
  return {
    state,
    createdAt,
    registeredAt: text(question['registeredAt']),
    termDays: number(question['termDays']),
    extendedDays: number(question['extendedDays']),
    answeredAt: text(question['answeredAt']),
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)
const number = (value: unknown) => (typeof value === 'number' ? value : null)
