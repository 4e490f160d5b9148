import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { message } from '../fields/message.ts'

/** Whoever has been asked stays: the questions would be to nobody. */
export const keepAsked: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { addressee: { equals: id } }
  const { totalDocs } = await req.payload.db.count({ collection: 'questions', req, where })
  if (totalDocs === 0) return
  throw new APIError(
    message(
      req,
      'Этому адресату уже задавали вопросы. Снимите отметку «Принимает вопросы» вместо удаления.',
      'There are questions to this addressee. Let it accept no more instead.',
    ),
    409,
    undefined,
    true,
  )
}
