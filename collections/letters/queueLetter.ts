import type { PayloadRequest } from 'payload'

export type NewLetter = {
  /** Says what the letter tells, e.g. «question/12/answered»: the same is told once. */
  key: string
  to: string
  subject: string
  /** Plain text. */
  text: string
}

/** Puts a letter into the queue, in the transaction of the request; a key that is there already is left alone. */
export const queueLetter = async (req: PayloadRequest, letter: NewLetter): Promise<void> => {
  const where = { key: { equals: letter.key } }
  const { totalDocs } = await req.payload.db.count({ collection: 'letters', where, req })
  if (totalDocs > 0) return
  await req.payload.db.create({
    collection: 'letters',
    data: { ...letter, status: 'waiting', attempts: 0, dueAt: new Date().toISOString() },
    req,
  })
}
