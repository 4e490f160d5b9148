import type { Payload, PayloadRequest, Where } from 'payload'
import type { Question } from '../payload-types.ts'
import { rowId } from '../rowId.ts'
import { inTransaction } from '../state/inTransaction.ts'
import { unnamed } from './ask.schema.ts'
import { dropLetters } from './letters.ts'
import { write } from './moveQuestion.ts'
import { readQuestion } from './readQuestion.ts'

/** So long after the end a name and an address are kept, for whoever writes back about the answer. */
const retentionDays = 90
const atOnce = 50

/** Erases who has asked, at their own wish. @returns in words why not, or null */
export const eraseAuthor = (req: PayloadRequest, where: Where): Promise<string | null> =>
  inTransaction(req, async () => {
    const question = await readQuestion(req, where)
    if (!question) return 'Такого вопроса нет.'
    if (question.erasedAt) return null
    const isPublic = Boolean(question.author)
    return (await erase(req, question, {
      by: 'author',
      who: 'Автор вопроса',
      change: isPublic ? { author: unnamed, house: null } : {},
    }))
      ? null
      : 'Вопрос только что изменился. Попробуйте ещё раз.'
  })

/** Erases the contacts of questions that ended long ago; the signature somebody agreed to stays. */
export const eraseOldContacts = async (payload: Payload, now = new Date()): Promise<number> => {
  const before = new Date(now.getTime() - retentionDays * 86_400_000).toISOString()
  const { docs } = await payload.db.find<Question>({
    collection: 'questions',
    where: { and: [{ closedAt: { less_than: before } }, { erasedAt: { exists: false } }] },
    limit: atOnce,
    pagination: false,
  })
  // A request outside of HTTP: what a transaction and the outbox ask of one.
  const req = { payload, context: {} } as PayloadRequest
  for (const question of docs)
    await inTransaction(req, () => erase(req, question, { by: 'system', who: 'Портал', change: {} }))
  return docs.length
}

type Erasing = { by: 'author' | 'system'; who: string; change: Record<string, unknown> }

const erase = async (
  req: PayloadRequest,
  question: Question,
  { by, who, change }: Erasing,
): Promise<Question | null> => {
  const at = new Date().toISOString()
  const { subject = null, text = null } = question.sent ?? {}
  const kept = question.state === 'declined' ? { subject: null, text: null } : { subject, text }
  const { state, record } = question
  const entry = { id: rowId(), at, move: 'erase', by, who, from: state, to: state }
  await dropLetters(req, question.number)
  return write(req, question, {
    ...change,
    sent: { ...kept, name: null, email: null, house: null, consents: [] },
    erasedAt: at,
    record: { history: [...(record?.history ?? []), entry] },
  })
}
