import type { Clock } from '../content.ts'
import { query } from '../door.ts'
import { listing } from '../listing.ts'
import type { Poll, PollResult } from '../types.ts'
import { bySlug, slugPaths } from './documents.ts'

/** `counting`: over, and its result is not there yet. */
export type PollPhase = 'ahead' | 'open' | 'counting' | 'over'

export const getPoll = bySlug('polls')

/** All polls, the last to close first. */
export const getPolls = query('list:polls', ({ content }) => content.all('polls').all().toReversed())

/** Where a poll stands: its page is rendered anew when that changes. */
export const phaseOfPoll = ({ id }: Poll): PollPhase => pollClock(id)

const pollClock = query('clock:poll', ({ content, clock }, id: string): PollPhase => {
  const poll = content.doc('polls', id)
  if (!poll) return 'over'
  if (!clock.reached(new Date(poll.opensAt))) return 'ahead'
  if (!clock.reached(new Date(poll.closesAt))) return 'open'
  return content.group('poll-results', 'poll', id).has(0) ? 'over' : 'counting'
})

/** How many can be voted in now. */
export const openPolls = query(
  'clock:openPolls',
  ({ content, clock }) =>
    content
      .all('polls')
      .all()
      .filter((poll) => isOpen(poll, clock)).length,
)

const isOpen = ({ opensAt, closesAt }: Poll, clock: Clock): boolean => {
  const [isOpened, isClosed] = [clock.reached(new Date(opensAt)), clock.reached(new Date(closesAt))]
  return isOpened && !isClosed
}

/** The count of a poll; null until there is one. */
export const resultOfPoll = ({ id }: Poll): PollResult | null => pollResult(id)

const pollResult = query(
  'list:pollResult',
  ({ content }, poll: string): PollResult | null =>
    content.group('poll-results', 'poll', poll).slice(0, 1)[0] ?? null,
)

const ballots = query(
  'list:ballots',
  ({ content }, poll: string): PollResult | null =>
    content.group('poll-results', 'listed', poll).slice(0, 1)[0] ?? null,
)

/** The count of a poll whose ballots are published, by the id of the poll. */
export function ballotList(poll: string): PollResult {
  const result = ballots(poll)
  if (!result) throw new Error(`У голосования ${poll} нет опубликованных бюллетеней`)
  return result
}

export const pollPaths = slugPaths('polls')

/** A list of ballots for each poll that has one. */
export const ballotPaths = listing(['poll'], (content) =>
  content.values('poll-results', 'listed').map((poll) => ({ poll })),
)
