import { hash, randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { keyed } from '../forms/keys.ts'
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
export const castVote = async (payload: Payload, vote: Vote): Promise<Cast> => {
  const voter = markOf(payload, vote)
  const ballot = commitmentOf(vote.poll, vote.secret)
  const { marks, ballots } = collectionsOf(payload)
  const deadline = Date.now() + votingDeadlineMs
  const session = await payload.db.connection.startSession()
  try {
    await session.withTransaction(async () => {
      if (Date.now() > deadline) throw new Error('The vote has waited too long for the database')
      await marks.insertOne({ _id: random(), poll: vote.poll, voter, day: moscowDay() }, { session })
      await ballots.insertOne({ _id: ballot, poll: vote.poll, choices: vote.choices }, { session })
    }, votingOptions)
    return { state: 'new' }
  } catch (error) {
    if (!isDuplicate(error)) throw error
  } finally {
    void session.endSession().catch(() => {}) // the connection is gone; its session runs out by itself
  }
  const [mark, known] = await Promise.all([
    marks.findOne({ poll: vote.poll, voter }),
    ballots.findOne({ _id: ballot }),
  ])
  if (!mark) return { state: 'taken' }
  return known ? { state: 'known', choices: known.choices } : { state: 'second', day: mark.day }
}

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

const votingOptions = { maxCommitTimeMS: 10_000 }

const random = () => randomBytes(16).toString('base64url')

const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11_000

/** «2026-11-12»; nothing finer is kept. */
const moscowDay = (now = new Date()): string =>
  new Date(now.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)
