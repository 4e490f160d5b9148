import { counted } from '../counted.schema.ts'
import { dayOf, daysFrom, dayWords, plusDays, type Day } from '../moscow.schema.ts'
import { isWaiting, type QuestionState } from './states.schema.ts'

/*
 * The legal clock. A public question is no appeal under 59-ФЗ; its terms are kept as a promise: registered within 3 days of
 * arrival, forwarded within 7 and answered within 30 days of registration (ст. 8, ст. 12), extended once by at most 30.
 * Days are calendar days in Moscow; the day of the event is not counted (ГК ст. 191), so 3 days from the 10th end with the
 * end of the 13th.
 */
export const terms = { register: 3, forward: 7, answer: 30, extension: 30 } as const

/** What the clock reads of a question. */
export type Timed = {
  state: QuestionState
  createdAt: string
  registeredAt?: string | null
  termDays?: number | null
  extendedDays?: number | null
  answeredAt?: string | null
}

export type Term = {
  /** The day from which it is counted, so many days, and the last day of it: `from` + `days` = `until`. */
  from: Day
  days: number
  until: Day
}

const term = (from: Day, days: number): Term => ({ from, days, until: plusDays(from, days) })

/** Until when an editor checks and registers it. */
export const registration = ({ createdAt }: Pick<Timed, 'createdAt'>): Term =>
  term(dayOf(createdAt), terms.register)

/** Until when it may be passed on; of a question that is not registered yet, at the latest. */
export const forwarding = (question: Timed): Term => term(registeredDay(question), terms.forward)

/** Until when it is answered: the addressee's term and the extension, if there is one. */
export const answering = (question: Timed): Term =>
  term(registeredDay(question), (question.termDays ?? terms.answer) + (question.extendedDays ?? 0))

const registeredDay = (question: Timed): Day =>
  question.registeredAt ? dayOf(question.registeredAt) : registration(question).until

/** The term that runs now, or null when nothing is waited for. */
export const runningTerm = (question: Timed): Term | null => {
  if (question.state === 'received' || question.state === 'moderation') return registration(question)
  return isWaiting(question.state) ? answering(question) : null
}

/** Days left of a term on a day: 0 on its last day, negative when it is over. */
export const daysLeft = ({ until }: Term, today: Day): number => daysFrom(today, until)

/** Whether it was answered after its term, or waits beyond it. Forwarding and extending are no delay. */
export const isOverdue = (question: Timed, today: Day): boolean => {
  if (question.answeredAt) return daysFrom(answering(question).until, dayOf(question.answeredAt)) > 0
  const running = runningTerm(question)
  return running !== null && daysLeft(running, today) < 0
}

/** «26 ноября + 30 дней = 26 декабря»: the arithmetic as a resident reads it. */
export const termWords = ({ from, days, until }: Term): string =>
  `${dayWords(from)} + ${daysWord(days)} = ${dayWords(until)}`

/** «Осталось 11 дней», «Последний день», «Дольше срока на 3 дня» */
export const leftWords = (running: Term, today: Day): string => {
  const left = daysLeft(running, today)
  if (left === 0) return 'Последний день'
  if (left < 0) return `Дольше срока на ${daysWord(-left)}`
  return `${left % 10 === 1 && left % 100 !== 11 ? 'Остался' : 'Осталось'} ${daysWord(left)}`
}

/** «1 день», «3 дня», «30 дней» */
export const daysWord = (count: number): string => counted(count, ['день', 'дня', 'дней'])
