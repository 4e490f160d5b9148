import {
  answering,
  forwarding,
  leftWords,
  registration,
  runningTerm,
  termWords,
  type Timed,
} from './clock.schema.ts'
import { dayOf, dayWords } from '../moscow.schema.ts'
import { isAnswered, reasonName } from './states.schema.ts'

/** A stop of the line «Что будет дальше». */
export type NextStop = { when?: string; title: string; text?: string; state?: 'done' | 'now' }

/** What is told of a question that has been sent. */
export type Told = Timed & {
  reason?: string | null
  forwardedAt?: string | null
  forwardReason?: string | null
  extensionReason?: string | null
}

/**
 * «Что будет дальше», told from the state machine and its clock: beside the form (no question yet), on the private page of
 * the author and on the page of the question.
 */
export const whatNext = (question: Told | null, now: Date, termDays?: number | null): NextStop[] =>
  question ? stopsOf(question, now) : stopsBefore(now, termDays)

const stopsBefore = (now: Date, termDays: number | null | undefined): NextStop[] => {
  const sent: Timed = { state: 'received', createdAt: now.toISOString(), termDays: termDays ?? null }
  return [
    {
      when: 'сейчас',
      title: 'Вы отправляете вопрос',
      text: 'Сразу дадим номер и личную ссылку, по ней видно, что с вопросом. Регистрации нет.',
      state: 'now',
    },
    {
      when: `до ${dayWords(registration(sent).until)}`,
      title: 'Редактор проверяет',
      text: 'Откажет — только с причиной из списка. Сколько и почему отклонено, открыто всем.',
    },
    {
      when: `до ${dayWords(forwarding(sent).until)}`,
      title: 'Передаём, если вопрос не туда',
      text: 'Напишем, кому и почему.',
    },
    {
      when: `до ${dayWords(answering(sent).until)}`,
      title: 'Ответ на портале и Вам на почту',
      text: 'Срок могут продлить один раз, не больше чем на 30 дней и с объяснением.',
    },
  ]
}

const stopsOf = (question: Told, now: Date): NextStop[] => {
  const received: NextStop = {
    when: dayWords(dayOf(question.createdAt)),
    title: 'Вопрос получен',
    state: 'done',
  }
  if (question.state === 'declined')
    return [received, { title: 'Отклонён', text: `${reasonName(question.reason)}.`, state: 'done' }]
  return [
    received,
    checked(question, now),
    ...passedOn(question),
    ...answer(question, now),
    ...after(question),
  ]
}

const checked = (question: Told, now: Date): NextStop => {
  if (question.registeredAt)
    return {
      when: dayWords(dayOf(question.registeredAt)),
      title: 'Опубликован и зарегистрирован',
      text: `Срок ответа: ${termWords(answering(question))}.`,
      state: 'done',
    }
  const term = registration(question)
  return {
    when: `сейчас, до ${dayWords(term.until)}`,
    title: question.state === 'moderation' ? 'Редактор проверяет вопрос' : 'Вопрос ждёт редактора',
    text: `${termWords(term)}. ${leftWords(term, dayOf(now))}.`,
    state: 'now',
  }
}

const passedOn = (question: Told): NextStop[] => [
  ...(question.forwardedAt
    ? [
        {
          when: dayWords(dayOf(question.forwardedAt)),
          title: 'Передан тому, кто за это отвечает',
          ...(question.forwardReason ? { text: question.forwardReason } : {}),
          state: 'done' as const,
        },
      ]
    : []),
  ...(question.extendedDays
    ? [
        {
          title: 'Срок продлён',
          text: [question.extensionReason, `${termWords(answering(question))}.`].filter(Boolean).join(' '),
          state: 'done' as const,
        },
      ]
    : []),
]

const answer = (question: Told, now: Date): NextStop[] => {
  if (question.answeredAt)
    return [{ when: dayWords(dayOf(question.answeredAt)), title: 'Ответ дан', state: 'done' }]
  const running = question.registeredAt ? runningTerm(question) : null
  return [
    {
      when: `${running ? 'сейчас, ' : ''}до ${dayWords(answering(question).until)}`,
      title: running ? 'Готовят ответ' : 'Ответ на портале и Вам на почту',
      ...(running ? { text: `${leftWords(running, dayOf(now))}.`, state: 'now' as const } : {}),
    },
  ]
}

const after = (question: Told): NextStop[] => {
  if (question.state === 'helped') return [{ title: 'Автор отметил: ответ помог', state: 'done' }]
  if (question.state === 'notHelped') return [{ title: 'Автор отметил: ответ не помог', state: 'done' }]
  return isAnswered(question.state) ? [] : [{ title: 'Автор скажет, помог ли ответ' }]
}
