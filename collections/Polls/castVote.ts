import { hash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { keyed } from '../forms/keys.ts'
import { dayOf } from '../moscow.schema.ts'
import { commitmentText } from './ballotList.schema.ts'
import { votingDeadlineMs } from './pollRules.schema.ts'

export type Vote = {
  poll: string
  /** From the credential. */
  voter: string
  choices: string[]
  /** The secret of the receipt, made by the voter's browser. */
  secret: string
}

export type Cast =
  | { state: 'new' }
  /** The same request once more, e.g. after a lost reply: what was chosen the first time. */
  | { state: 'known'; choices: string[] }
  | { state: 'second'; day: string }
  /** Somebody else has this very secret. */
  | { state: 'taken' }

/**
 * The vote: a mark that this voter has voted and a ballot that says what was chosen, both in one transaction or neither.
 * Nothing is read before: the unique index on the mark refuses the second vote, whichever process it comes to. Written
 * straight into the collections, because Payload's operations would cost three times as much and these records have no
 * hooks, drafts or rules.
 */
export const castVote = (payload: Payload, vote: Vote): Promise<Cast> => {
  const box = boxOf(payload)
  return new Promise((resolve, reject) => {
    box.waiting.push({ vote, deadline: Date.now() + votingDeadlineMs, resolve, reject })
    if (box.atWork < transactionsAtOnce) void work(payload, box)
  })
}

type Waiting = {
  vote: Vote
  deadline: number
  resolve: (cast: Cast) => void
  reject: (error: unknown) => void
}
type Box = { waiting: Waiting[]; atWork: number }

/*
 * Votes that arrive while others are being written share the next transaction: most of the price of one is its commit. In it
 * the marks stand in another order than the ballots, so on a busy evening not even the order of writing joins them.
 */
const transactionsAtOnce = 4
const votesAtOnce = 32
/** So long a transaction of many may wait for the database before each tries for itself. */
const patienceMs = 2_000

const boxes = new WeakMap<Payload, Box>()

const boxOf = (payload: Payload): Box => {
  const box = boxes.get(payload) ?? { waiting: [], atWork: 0 }
  boxes.set(payload, box)
  return box
}

const work = async (payload: Payload, box: Box): Promise<void> => {
  box.atWork += 1
  for (let batch = take(box); batch.length > 0; batch = take(box)) await castTogether(payload, batch)
  box.atWork -= 1
}

const take = ({ waiting }: Box): Waiting[] => waiting.splice(0, votesAtOnce)

/** All of a batch in one transaction; when it fails, those who have voted before are answered and the others try again. */
const castTogether = async (payload: Payload, batch: Waiting[]): Promise<void> => {
  const inTime = batch.filter(({ deadline, reject }) => {
    if (Date.now() <= deadline) return true
    reject(new Error('The vote has waited too long for the database'))
    return false
  })
  if (inTime.length > 1) {
    try {
      const votes = inTime.map(({ vote }) => vote)
      await write(payload, votes, patienceMs)
      return inTime.forEach(({ resolve }) => resolve({ state: 'new' }))
    } catch {
      // One of them fails all, for whatever reason: below each is told its own.
    }
    const others = await answerKnown(payload, inTime).catch(() => inTime)
    if (others.length < inTime.length) return castTogether(payload, others)
  }
  // Not waited for: one that has to wait, e.g. for what a process that was killed has left open, keeps no others waiting.
  for (const { vote, resolve, reject } of inTime) void castAlone(payload, vote).then(resolve, reject)
}

/** Answers those of a batch who have a mark; gives the others. */
const answerKnown = async (payload: Payload, batch: Waiting[]): Promise<Waiting[]> => {
  const keys = batch.map(({ vote }) => ({
    voter: markOf(payload, vote),
    ballot: commitmentOf(vote.poll, vote.secret),
  }))
  const { marks, ballots } = collectionsOf(payload)
  const [foundMarks, foundBallots] = await Promise.all([
    marks
      .find({
        poll: { $in: [...new Set(batch.map(({ vote }) => vote.poll))] },
        voter: { $in: keys.map(({ voter }) => voter) },
      })
      .toArray(),
    ballots.find({ _id: { $in: keys.map(({ ballot }) => ballot) } }).toArray(),
  ])
  return batch.filter(({ resolve }, index) => {
    const mark = foundMarks.find(({ voter }) => voter === keys[index]?.voter)
    if (!mark) return true
    resolve(answerTo(mark, foundBallots.find(({ _id }) => _id === keys[index]?.ballot) ?? null))
    return false
  })
}

const answerTo = (mark: Mark, known: BallotRecord | null): Cast =>
  known ? { state: 'known', choices: known.choices } : { state: 'second', day: mark.day }

const castAlone = async (payload: Payload, vote: Vote): Promise<Cast> => {
  try {
    await write(payload, [vote])
    return { state: 'new' }
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const { marks, ballots } = collectionsOf(payload)
  const [mark, known] = await Promise.all([
    marks.findOne({ poll: vote.poll, voter: markOf(payload, vote) }),
    ballots.findOne({ _id: commitmentOf(vote.poll, vote.secret) }),
  ])
  return mark ? answerTo(mark, known) : { state: 'taken' }
}

const write = async (payload: Payload, votes: Vote[], timeoutMS = votingDeadlineMs): Promise<void> => {
  const { marks, ballots } = collectionsOf(payload)
  const day = dayOf(new Date())
  const newMarks = votes.map((vote) => ({
    _id: random(),
    poll: vote.poll,
    voter: markOf(payload, vote),
    day,
  }))
  const newBallots = votes.map(({ poll, secret, choices }) => ({
    _id: commitmentOf(poll, secret),
    poll,
    choices,
  }))
  const session = await payload.db.connection.startSession()
  try {
    // The driver repeats what a lost connection left open, for two minutes unless told otherwise: the count would not wait.
    await session.withTransaction(
      async () => {
        // By their random ids: neither stands in the order in which the votes came.
        await marks.insertMany(newMarks.sort(byId), { session })
        await ballots.insertMany(newBallots.sort(byId), { session })
      },
      { timeoutMS },
    )
  } finally {
    void session.endSession().catch(() => {}) // the connection is gone; its session runs out by itself
  }
}

const byId = (one: { _id: string }, other: { _id: string }): number => (one._id < other._id ? -1 : 1)

/** Looks a receipt up; null when there is no such ballot. */
export const findBallot = async (payload: Payload, poll: string, secret: string): Promise<string[] | null> =>
  (await collectionsOf(payload).ballots.findOne({ _id: commitmentOf(poll, secret) }))?.choices ?? null

/** Whether the voter has voted. */
export const hasVoted = async (payload: Payload, vote: Pick<Vote, 'poll' | 'voter'>): Promise<boolean> =>
  (await collectionsOf(payload).marks.findOne({ poll: vote.poll, voter: markOf(payload, vote) })) !== null

export const commitmentOf = (poll: string, secret: string): string =>
  hash('sha256', commitmentText(poll, secret), 'base64url')

/** The secret of a vote that came without one (a form without script): the same when the form is sent again. */
export const secretOf = (poll: string, credentialSecret: string): string =>
  hash('sha256', `receipt ${poll} ${credentialSecret}`, 'base64url').slice(0, 22)

const markOf = (payload: Payload, { poll, voter }: Pick<Vote, 'poll' | 'voter'>): string =>
  keyed(payload, 'poll mark', `${poll} ${voter}`)

type Mark = { _id: string; poll: string; voter: string; day: string }
type BallotRecord = { _id: string; poll: string; choices: string[] }

const collectionsOf = (payload: Payload) => {
  const { connection } = payload.db
  return {
    marks: connection.collection<Mark>('poll-marks'),
    ballots: connection.collection<BallotRecord>('poll-ballots'),
  }
}

const random = () => randomBytes(16).toString('base64url')

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000
