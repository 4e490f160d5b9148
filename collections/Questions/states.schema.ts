/*
 * The one state machine of public questions. The server enforces it, «Что будет дальше» is told from it, the admin's buttons
 * are made of it. Nothing else changes a state.
 */

export const states = [
  { value: 'received', ru: 'Получен', en: 'Received' },
  { value: 'moderation', ru: 'Проверяет редактор', en: 'On moderation' },
  { value: 'published', ru: 'Ждёт ответа', en: 'Published and registered' },
  { value: 'forwarded', ru: 'Передан, ждёт ответа', en: 'Forwarded' },
  { value: 'extended', ru: 'Срок продлён', en: 'Extended' },
  { value: 'answered', ru: 'Ответ дан', en: 'Answered' },
  { value: 'helped', ru: 'Ответ помог', en: 'Helped' },
  { value: 'notHelped', ru: 'Ответ не помог', en: 'Did not help' },
  { value: 'declined', ru: 'Отклонён', en: 'Declined' },
] as const

export type QuestionState = (typeof states)[number]['value']

/** Who moves a question: an editor, whoever answers for its addressee, its author by the private link. */
export type Actor = 'editor' | 'respondent' | 'author'

type Rule = {
  from: readonly QuestionState[]
  /** null: the state stays, something else changes. */
  to: QuestionState | null
  by: readonly Actor[]
  /** What must come along. */
  needs?: 'reason' | 'text' | 'addressee' | 'extension'
}

const waiting = ['published', 'forwarded', 'extended'] as const
const answered = ['answered', 'helped', 'notHelped'] as const

/** Every move there is. What is not in this table does not happen. */
export const moves = {
  /** An editor takes the question to read it. */
  take: { from: ['received'], to: 'moderation', by: ['editor'] },
  /** It is public and registered: the term of the answer runs from here. */
  publish: { from: ['received', 'moderation'], to: 'published', by: ['editor'] },
  decline: {
    from: ['received', 'moderation', 'published'],
    to: 'declined',
    by: ['editor'],
    needs: 'reason',
  },
  /** To whom it belongs, within seven days of registration, once. */
  forward: { from: ['published'], to: 'forwarded', by: ['editor', 'respondent'], needs: 'addressee' },
  /** Once, with a reason, before the term has run out. */
  extend: {
    from: ['published', 'forwarded'],
    to: 'extended',
    by: ['editor', 'respondent'],
    needs: 'extension',
  },
  answer: { from: waiting, to: 'answered', by: ['respondent'], needs: 'text' },
  /** A new version of the answer; the former ones stay public. */
  correct: { from: answered, to: null, by: ['respondent'], needs: 'text' },
  helped: { from: ['answered'], to: 'helped', by: ['author'] },
  notHelped: { from: ['answered'], to: 'notHelped', by: ['author'] },
  /** The author changes their mind before there is an answer: the words are erased. */
  withdraw: { from: ['received', 'moderation', ...waiting], to: 'declined', by: ['author'] },
} as const satisfies Record<string, Rule>

export type Move = keyof typeof moves

export const isMove = (value: unknown): value is Move =>
  typeof value === 'string' && Object.hasOwn(moves, value)

export const ruleOf = (move: Move): Rule => moves[move]

/** The state after a move, or null when the table does not allow it. */
export const nextState = (state: QuestionState, move: Move, by: Actor): QuestionState | null => {
  const rule = ruleOf(move)
  return rule.from.includes(state) && rule.by.includes(by) ? (rule.to ?? state) : null
}

/** The moves that are open to somebody in a state. */
export const movesOf = (state: QuestionState, actors: readonly Actor[]): Move[] =>
  Object.keys(moves)
    .filter(isMove)
    .filter((move) => actors.some((actor) => nextState(state, move, actor) !== null))

/** Residents read a question in these states; of a declined one only its number and the reason. */
export const publicStates: QuestionState[] = [...waiting, ...answered, 'declined']

export const isWaiting = (state: QuestionState): boolean => waiting.some((each) => each === state)
export const isAnswered = (state: QuestionState): boolean => answered.some((each) => each === state)
export const isClosed = (state: QuestionState): boolean => isAnswered(state) || state === 'declined'

export const stateName = (state: QuestionState): string =>
  states.find(({ value }) => value === state)?.ru ?? state

/** Why a question is declined: 59-ФЗ ст. 11 as far as it fits, and our own rules. The number per reason is public. */
export const declineReasons = [
  { value: 'offence', ru: 'Оскорбления или угрозы', en: 'Insults or threats' },
  { value: 'personalData', ru: 'В тексте личные данные других людей', en: 'Personal data of others' },
  { value: 'unreadable', ru: 'Текст не удалось понять', en: 'Cannot be understood' },
  { value: 'repeated', ru: 'На такой вопрос уже ответили', en: 'Answered before' },
  { value: 'notQuestion', ru: 'Это не вопрос: реклама, агитация, объявление', en: 'Not a question' },
  { value: 'notOurs', ru: 'Вопрос не к городскому округу', en: 'Not ours to answer' },
  { value: 'appeal', ru: 'Нужно официальное обращение по 59-ФЗ', en: 'Needs a legal appeal' },
  { value: 'secret', ru: 'Ответ раскрыл бы охраняемую законом тайну', en: 'Protected by law' },
  { value: 'withdrawn', ru: 'Автор отозвал вопрос', en: 'Withdrawn by its author' },
] as const

export type DeclineReason = (typeof declineReasons)[number]['value']

/** Those an editor may choose: only an author withdraws. */
export const editorsReasons = declineReasons.filter(({ value }) => value !== 'withdrawn')

export const reasonName = (reason: string | null | undefined): string =>
  declineReasons.find(({ value }) => value === reason)?.ru ?? 'Причина не указана'
