import type { Endpoint, Payload } from 'payload'
import { hasVoted } from './castVote.ts'
import { credentialOf } from './credential.ts'
import { votedPoll, type VotedPoll } from './openPoll.ts'
import { fewestShown } from './pollRules.schema.ts'
import { readBallots } from './readBallots.ts'
import { tally, type Tally } from './tally.schema.ts'

// In steps, so that nobody sees one vote arrive and knows whose it was.
const keptMs = 60_000

/** GET /api/polls/:id/results: numbers of an open poll that shows them, to those who have voted. */
export const results: Endpoint = {
  path: '/:id/results',
  method: 'get',
  handler: async (req) => {
    const poll = await votedPoll(req.payload, String(req.routeParams?.['id']))
    const credential = poll && credentialOf(req, { level: poll.level, poll: poll.id })
    const isVoter = credential && (await hasVoted(req.payload, { poll: poll.id, voter: credential.voter }))
    if (poll?.results !== 'afterVoting' || !isVoter)
      return reply(
        { error: 'Промежуточные итоги видит тот, кто проголосовал, если так решено правилами.' },
        403,
      )
    const counted = await current(req.payload, poll)
    return counted.ballots < fewestShown
      ? reply({ error: 'Проголосовало меньше пяти человек: итоги покажем, когда их станет больше.' }, 404)
      : reply(counted, 200)
  },
}

const reply = (body: object, status: number): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

const known = new WeakMap<Payload, Map<string, { counted: Promise<Tally>; until: number }>>()

const current = (payload: Payload, poll: VotedPoll): Promise<Tally> => {
  const counts = known.get(payload) ?? new Map<string, { counted: Promise<Tally>; until: number }>()
  known.set(payload, counts)
  const kept = counts.get(poll.id)
  if (kept && kept.until > Date.now()) return kept.counted
  const counted = readBallots(payload, poll.id).then((ballots) =>
    tally(
      poll.options.map(({ id }) => id),
      ballots.map(([, choices]) => choices),
    ),
  )
  counted.catch(() => counts.delete(poll.id)) // the next reader asks again
  counts.set(poll.id, { counted, until: Date.now() + keptMs })
  return counted
}
