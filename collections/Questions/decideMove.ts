import { rowId } from '../rowId.ts'
import { answering, daysLeft, forwarding, terms, type Timed } from './clock.schema.ts'
import { dayOf } from '../moscow.schema.ts'
import { editorsReasons, isClosed, nextState, ruleOf, type Actor, type Move } from './states.schema.ts'

/** What a move may bring along. */
export type MoveInput = {
  reason?: string | undefined
  text?: string | undefined
  /** Id of another addressee. */
  addressee?: string | undefined
  days?: number | undefined
}

export type Moved = Timed & { addressee: string; answers: { text: string; at: string }[] }

export type Sent = { subject: string; text: string; author: string; house: string | null }

/** The fields a move changes, or in words why it does not happen. */
export type Decision = { change: Record<string, unknown> } | { refusal: string }

const longestAnswer = 10_000
const longestReason = 1_000

/** The machine itself, pure but for the ids of rows: what one move does to one question. */
export const decideMove = (
  question: Moved,
  { move, by, input, sent }: { move: Move; by: Actor; input: MoveInput; sent: Sent },
  now: Date,
): Decision => {
  const state = nextState(question.state, move, by)
  if (state === null) return { refusal: 'Это действие сейчас невозможно: вопрос уже в другом состоянии.' }
  const fault = faultOf(question, move, input, now)
  if (fault) return { refusal: fault }
  const closed = isClosed(state) && !isClosed(question.state) ? { closedAt: now.toISOString() } : {}
  return { change: { state, ...closed, ...changeOf(question, { move, input, sent }, now) } }
}

const faultOf = (question: Moved, move: Move, input: MoveInput, now: Date): string | null => {
  const { needs } = ruleOf(move)
  const text = input.text?.trim() ?? ''
  const reason = input.reason?.trim() ?? ''
  const today = dayOf(now)
  if (needs === 'reason' && !editorsReasons.some(({ value }) => value === reason))
    return 'Выберите причину из списка: её увидит автор.'
  if (needs === 'text' && text.length < 2) return 'Напишите ответ.'
  if (text.length > longestAnswer) return `Ответ длиннее ${longestAnswer} знаков: сократите его.`
  if (needs === 'addressee') {
    if (!input.addressee || input.addressee === question.addressee) return 'Выберите другого адресата.'
    if (!reason) return 'Объясните, почему вопрос передаётся: это увидят все.'
    if (daysLeft(forwarding(question), today) < 0)
      return `Передать вопрос можно в течение ${terms.forward} дней после регистрации. Этот срок прошёл.`
  }
  if (needs === 'extension') {
    if (!reason) return 'Объясните, почему нужен ещё срок: это увидят все.'
    const { days = 0 } = input
    if (!Number.isInteger(days) || days < 1 || days > terms.extension)
      return `Продлить можно на срок от 1 до ${terms.extension} дней.`
    if (daysLeft(answering(question), today) < 0)
      return 'Срок уже прошёл: продлить его нельзя, можно только ответить.'
  }
  return reason.length > longestReason ? `Пояснение длиннее ${longestReason} знаков.` : null
}

type Doing = { move: Move; input: MoveInput; sent: Sent }

const changeOf = (question: Moved, { move, input, sent }: Doing, now: Date): Record<string, unknown> => {
  const at = now.toISOString()
  const reason = input.reason?.trim()
  switch (move) {
    case 'take':
      return {}
    case 'publish':
      return { registeredAt: at, ...sent }
    case 'decline':
      return { ...unsaid, reason }
    case 'withdraw':
      return { ...unsaid, reason: 'withdrawn' }
    case 'forward':
      return { addressee: input.addressee, forwardedAt: at, forwardReason: reason }
    case 'extend':
      return { extendedDays: input.days, extensionReason: reason, extendedAt: at }
    case 'answer':
      return { answeredAt: at, answers: [answerOf(input, at)] }
    case 'correct':
      return { answers: [...question.answers, answerOf(input, at)] }
    case 'helped':
    case 'notHelped':
      return {}
  }
}

/** Nothing of a declined question is public but its number and the reason. */
const unsaid = { subject: null, text: null, author: null, house: null }

const answerOf = ({ text }: MoveInput, at: string) => ({ id: rowId(), text: text?.trim() ?? '', at })
