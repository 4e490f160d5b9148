import type { PayloadRequest } from 'payload'

/** Whether somebody has voted. */
export const hasBallots = async (req: PayloadRequest, poll: string): Promise<boolean> => {
  const where = { poll: { equals: poll } }
  return (await req.payload.db.count({ collection: 'poll-ballots', where, req })).totalDocs > 0
}
