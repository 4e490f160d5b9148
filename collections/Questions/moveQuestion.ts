import type { PayloadRequest, Where } from 'payload'
import { recordChange } from '../hooks/recordChange.ts'
import { idOf } from '../relation.ts'
import { rowId } from '../rowId.ts'
import type { Addressee, Question } from '../payload-types.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { all } from '../where.ts'
import { unnamed } from './ask.schema.ts'
import { decideMove, type MoveInput, type Sent } from './decideMove.ts'
import { tellAuthor } from './letters.ts'
import { readQuestion } from './readQuestion.ts'
import { nextState, type Actor, type Move } from './states.schema.ts'

export type Moving = {
  /** Which question: by its id, or by the key of its private page. */
  where: Where
  move: Move
  /** As whom the caller may move it; told for the addressee the question has now. */
  actors: (addressee: string) => Promise<Actor[]> | Actor[]
  /** For the history: an account's name, «Автор вопроса». */
  who: string
  input?: MoveInput
}

export type MoveResult = { question: Question } | { status: 403 | 404 | 409 | 422; error: string }

/**
 * The one way to change a question's state. Reads, decides and writes in one transaction, on the condition that nobody has
 * moved the question meanwhile; the history, the outbox and the author's letter are written with it.
 */
export const moveQuestion = (req: PayloadRequest, moving: Moving): Promise<MoveResult> =>
  inTransaction(req, async (): Promise<MoveResult> => {
    const { move, input = {}, who } = moving
    const question = await readQuestion(req, moving.where)
    if (!question) return { status: 404, error: 'Такого вопроса нет.' }
    const addressee = idOf(question.addressee)
    const actors = await moving.actors(addressee)
    if (actors.length === 0) return { status: 403, error: 'Этот вопрос не Вам: отвечает другой адресат.' }
    const by = actors.find((actor) => nextState(question.state, move, actor) !== null) ?? actors[0]
    if (!by) return { status: 403, error: 'Это действие не для Вас.' }
    if (move === 'forward' && input.addressee && !(await addresseeOf(req, input.addressee)))
      return { status: 422, error: 'Такого адресата нет.' }
    const now = new Date()
    const decision = decideMove(
      { ...question, addressee, answers: question.answers ?? [] },
      { move, by, input, sent: sentOf(question) },
      now,
    )
    if ('refusal' in decision)
      return { status: nextState(question.state, move, by) === null ? 409 : 422, error: decision.refusal }
    const moved = await write(req, question, {
      ...decision.change,
      ...(move === 'withdraw' ? erased(now) : {}),
      record: {
        history: [
          ...(question.record?.history ?? []),
          {
            id: rowId(),
            at: now.toISOString(),
            move,
            by,
            who,
            from: question.state,
            to: decision.change['state'],
            note: input.reason ?? null,
          },
        ],
      },
    })
    if (!moved) return { status: 409, error: 'Вопрос только что изменил кто-то другой. Обновите страницу.' }
    await tellAuthor(req, moved, move, await addresseeOf(req, idOf(moved.addressee)))
    return { question: moved }
  })

/** Writes fields of a question that is still as it was read; null when it is not. */
export const write = (
  req: PayloadRequest,
  { id, state, step }: Question,
  change: Record<string, unknown>,
): Promise<Question | null> =>
  recordChange(req, { collection: 'questions', id }, async () => {
    const where = all({ id: { equals: id } }, { state: { equals: state } }, { step: { equals: step ?? 0 } })
    const data = { ...change, step: (step ?? 0) + 1, updatedAt: new Date().toISOString() }
    const written: unknown = await req.payload.db.updateOne({ collection: 'questions', where, data, req })
    return written ? readQuestion(req, { id: { equals: id } }) : null
  })

/** What is left of a question whose author has taken back the consent: nothing that is about a person. */
export const erased = (now: Date) => ({
  sent: { subject: null, text: null, name: null, email: null, house: null, consents: [] },
  erasedAt: now.toISOString(),
})

const sentOf = ({ sent }: Question): Sent => {
  const mayBeNamed = sent?.consents?.some(({ name }) => name === 'publication') ?? false
  return {
    subject: sent?.subject ?? '',
    text: sent?.text ?? '',
    author: (mayBeNamed && sent?.name) || unnamed,
    // A house and a name together, or a house of one family, tell who asks.
    house: mayBeNamed ? (sent?.house ?? null) : null,
  }
}

const addresseeOf = (req: PayloadRequest, id: string) =>
  req.payload.db.findOne<Addressee>({ collection: 'addressees', where: { id: { equals: id } }, req })
