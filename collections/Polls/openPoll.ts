import type { Payload } from 'payload'
import type { Poll } from '../payload-types.ts'
import { all } from '../where.ts'

/** What the vote needs to know of a published poll. */
export type VotedPoll = {
  id: string
  slug: string
  title: string
  question: string
  level: Poll['level']
  results: Poll['results']
  most: number
  opensAt: number
  closesAt: number
  options: { id: string; text: string }[]
}

// The rules of an open poll are frozen, so what can go out of date here is only whether it is published: for a second.
const keptMs = 1_000

type Kept = { poll: Promise<VotedPoll | null>; until: number }

const known = new WeakMap<Payload, Map<string, Kept>>()

/** A published poll; null when there is none. Asked with every vote, read once a second. */
export const votedPoll = (payload: Payload, id: string): Promise<VotedPoll | null> => {
  const polls = known.get(payload) ?? new Map<string, Kept>()
  known.set(payload, polls)
  const kept = polls.get(id)
  if (kept && kept.until > Date.now()) return kept.poll
  const poll = readPoll(payload, id)
  poll.catch(() => polls.delete(id)) // the next vote asks again
  if (polls.size > 100) polls.clear() // made-up ids must not fill the memory
  polls.set(id, { poll, until: Date.now() + keptMs })
  return poll
}

const readPoll = async (payload: Payload, id: string): Promise<VotedPoll | null> => {
  if (!/^[0-9a-f]{24}$/.test(id)) return null
  const where = all({ id: { equals: id } }, { _status: { equals: 'published' } })
  const poll = await payload.db.findOne<Poll>({ collection: 'polls', where })
  return poll ? votedPollOf(poll) : null
}

export const votedPollOf = (poll: Poll): VotedPoll => ({
  id: poll.id,
  slug: poll.slug ?? '',
  title: poll.title,
  question: poll.question,
  level: poll.level,
  results: poll.results,
  most: poll.kind === 'single' ? 1 : (poll.most ?? 1),
  opensAt: new Date(poll.opensAt).getTime(),
  closesAt: new Date(poll.closesAt).getTime(),
  options: poll.options.map(({ id, text }) => ({ id: id ?? '', text })),
})
