import type { Payload } from 'payload'
import type { Poll } from '../payload-types.ts'
import { all } from '../where.ts'
import { rootOf, type Ballot, type BallotList } from './ballotList.schema.ts'
import { votedPollOf, type VotedPoll } from './openPoll.ts'
import { countAfterMs, fewestShown, pollLevels } from './pollRules.schema.ts'
import { readBallots } from './readBallots.ts'
import { tally, type Tally } from './tally.schema.ts'

/**
 * Counts the polls that are over and have no result yet; hold a lease. The result goes to the site through the outbox like
 * any publication. Once it is there, the marks are erased: from then on nothing says who has voted at all.
 */
export const countClosed = async (payload: Payload, now = new Date()): Promise<void> => {
  const closed = await closedPolls(payload, now)
  if (closed.length === 0) return
  const counted = await countedAmong(payload, closed)
  for (const poll of closed)
    if (!counted.has(poll.id) && (await count(payload, poll, now))) counted.add(poll.id)
  await payload.db.deleteMany({ collection: 'poll-marks', where: { poll: { in: [...counted] } } })
}

const closedPolls = async (payload: Payload, now: Date): Promise<Poll[]> => {
  const closed = { closesAt: { less_than_equal: new Date(now.getTime() - countAfterMs).toISOString() } }
  const where = all({ _status: { equals: 'published' } }, closed)
  return (await payload.db.find<Poll>({ collection: 'polls', where, pagination: false })).docs
}

const countedAmong = async (payload: Payload, polls: Poll[]): Promise<Set<string>> => {
  const { docs } = await payload.db.find<{ id: string; poll: string }>({
    collection: 'poll-results',
    where: { poll: { in: polls.map(({ id }) => id) } },
    pagination: false,
    select: { poll: true },
  })
  return new Set(docs.map(({ poll }) => poll))
}

/** False when the votes do not add up: then nothing is published, and the log says so until somebody has looked. */
const count = async (payload: Payload, poll: Poll, now: Date): Promise<boolean> => {
  const ballots = await readBallots(payload, poll.id)
  const { totalDocs: marks } = await payload.db.count({
    collection: 'poll-marks',
    where: { poll: { equals: poll.id } },
  })
  if (marks !== ballots.length) {
    const numbers = { poll: poll.id, marks, ballots: ballots.length }
    payload.logger.error({ msg: 'A poll is not counted: marks and ballots differ', ...numbers })
    return false
  }
  await write(payload, votedPollOf(poll), ballots, now)
  return true
}

const write = async (payload: Payload, poll: VotedPoll, ballots: Ballot[], now: Date): Promise<void> => {
  const counted = tally(
    poll.options.map(({ id }) => id),
    ballots.map(([, choices]) => choices),
  )
  const isShown = counted.ballots >= fewestShown
  await payload.create({
    collection: 'poll-results',
    data: {
      title: poll.title,
      poll: poll.id,
      level: levelOf(poll),
      total: isShown ? counted.ballots : null,
      summary: isShown
        ? summaryOf(poll, counted)
        : 'Проголосовало меньше пяти человек: голоса не публикуются.',
      countedAt: now.toISOString(),
      about: aboutOf(poll),
      root: isShown ? await rootOf(ballots) : '—',
      tally: isShown ? counted : null,
      // A Ballot is a read-only tuple; JSON has only lists.
      ballots: isShown ? ballots.map(([commitment, choices]) => [commitment, [...choices]]) : null,
    },
    depth: 0,
    // Only the portal writes results.
    overrideAccess: true,
  })
}

const levelOf = ({ level }: VotedPoll): string => pollLevels.find(({ value }) => value === level)?.ru ?? ''

const aboutOf = (poll: VotedPoll): BallotList['poll'] => ({
  id: poll.id,
  question: poll.question,
  level: levelOf(poll),
  closesAt: new Date(poll.closesAt).toISOString(),
  most: poll.most,
  options: poll.options,
})

const summaryOf = (poll: VotedPoll, { ballots, options }: Tally): string =>
  [
    `Проголосовали: ${ballots}`,
    ...options.map(({ id, count, percent }) => {
      const text = poll.options.find((option) => option.id === id)?.text ?? id
      return `${text}: ${count} (${String(percent).replace('.', ',')} %)`
    }),
  ].join('\n')
