import type { PayloadRequest, Where } from 'payload'
import type { Question } from '../payload-types.ts'

/** The whole record of a question, private fields included, for code that has asked who may. */
export const readQuestion = (req: PayloadRequest, where: Where): Promise<Question | null> =>
  req.payload.db.findOne<Question>({ collection: 'questions', where, req })
