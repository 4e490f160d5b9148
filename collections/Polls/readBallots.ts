import type { Payload } from 'payload'
import type { Ballot } from './ballotList.schema.ts'

/** All ballots of a poll, by commitment, ascending. */
export const readBallots = async (payload: Payload, poll: string): Promise<Ballot[]> => {
  const found = payload.db.connection
    .collection<{ _id: string; choices: string[] }>('poll-ballots')
    .find({ poll })
    .project<{ _id: string; choices: string[] }>({ choices: 1 })
  const ballots: Ballot[] = []
  for await (const { _id, choices } of found) ballots.push([_id, choices])
  // Sorted here: by code units, as the browser and the verifier compare, whatever the collation of the database.
  return ballots.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
}
