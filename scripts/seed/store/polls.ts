import { randomBytes } from 'node:crypto'
import { countClosed } from '../../../collections/index.ts'
import { commitmentOf } from '../../../collections/Polls/castVote.ts'
import type { Poll } from '../../../collections/payload-types.ts'
import { pollSeeds, type PollSeed } from '../polls/pollSeeds.ts'
import { published } from './common.ts'
import { body, writeMissing, type Seeding } from './seeding.ts'

/** Polls; those that are over get real ballots, and are counted as any other. */
export const writePolls = async (seeding: Seeding): Promise<number> => {
  const count = await writeMissing(seeding, 'polls', pollSeeds(seeding.clock), (seed) =>
    writeOne(seeding, seed),
  )
  if (count > 0) await countClosed(seeding.payload, seeding.clock.now)
  return count
}

const writeOne = async (seeding: Seeding, seed: PollSeed): Promise<Poll> => {
  const { payload, clock: c } = seeding
  const poll = await payload.create({
    collection: 'polls',
    depth: 0,
    data: {
      slug: seed.slug,
      title: seed.title,
      lead: seed.lead,
      question: seed.question,
      options: seed.options.map(({ text, note }) => ({ text, note })),
      ...(seed.text ? { body: body(seeding, seed.text) } : {}),
      kind: seed.most === 1 ? 'single' : 'several',
      most: Math.max(2, seed.most),
      opensAt: c.at(seed.opens, '10:00'),
      closesAt: c.at(seed.closes, '20:00'),
      audience: seed.audience,
      level: seed.level,
      results: seed.results,
      demo: true,
      ...published(c, c.at(Math.min(seed.opens, -1), '09:00')),
    },
  })
  await writeVotes(seeding, poll, seed)
  return poll
}

/** Straight into the collections, as the vote itself does; nobody holds the receipts of these. */
const writeVotes = async ({ payload }: Seeding, poll: Poll, { votes = [] }: PollSeed): Promise<void> => {
  const ballots = votes.flatMap(({ choices, count }) =>
    Array.from({ length: count }, () => ({
      _id: commitmentOf(poll.id, random()),
      poll: poll.id,
      choices: choices.map((position) => poll.options[position]?.id ?? ''),
    })),
  )
  if (ballots.length === 0) return
  const { connection } = payload.db
  const day = poll.closesAt.slice(0, 10)
  await connection
    .collection<{ _id: string }>('poll-marks')
    .insertMany(ballots.map(() => ({ _id: random(), poll: poll.id, voter: random(), day })))
  await connection.collection<{ _id: string }>('poll-ballots').insertMany(ballots)
}

const random = () => randomBytes(16).toString('base64url')
