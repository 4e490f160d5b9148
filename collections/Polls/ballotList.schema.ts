import { merkleRoot } from './merkle.schema.ts'
import { tally, type Choices, type Tally } from './tally.schema.ts'

/** A ballot as it is published: its commitment and the options chosen, in the order of the poll. */
export type Ballot = readonly [commitment: string, choices: Choices]

/** The file of a counted poll, /golosovaniya/golosa/ID.json; scripts/verify-poll.mjs reads the same. */
export type BallotList = {
  format: typeof ballotFormat
  poll: {
    id: string
    question: string
    /** Who could vote, in words. */
    level: string
    closesAt: string
    /** How many options a ballot may name. */
    most: number
    options: { id: string; text: string }[]
  }
  /** By commitment, ascending. */
  ballots: Ballot[]
  root: string
  tally: Tally
}

export const ballotFormat = 'lyubertsy-poll/1'

/** What is hashed (SHA-256, base64url) to the commitment of a ballot. Only its voter has the secret. */
export const commitmentText = (poll: string, secret: string): string =>
  `${ballotFormat} ballot\n${poll}\n${secret}`

/** A receipt as residents keep it: which poll, and the secret of their own ballot. */
export const receiptText = (poll: string, secret: string): string => `${poll}.${secret}`

/** The parts of a receipt; null when it is none. */
export const readReceipt = (text: string): { poll: string; secret: string } | null => {
  const [, poll, secret] = /^\s*([0-9a-f]{24})\.([\w-]{22})\s*$/.exec(text) ?? []
  return poll && secret ? { poll, secret } : null
}

/** The root of the tree over a list of ballots. */
export const rootOf = (ballots: readonly Ballot[]): Promise<string> => {
  const encoder = new TextEncoder()
  return merkleRoot(
    ballots.map(([commitment, choices]) => encoder.encode(`${commitment}\n${choices.join(',')}`)),
  )
}

/** What is wrong with a published list, in Russian; empty when it says what it holds. */
export const faultsOf = async (list: BallotList): Promise<string[]> => {
  const { poll, ballots, root } = list
  const isAscending = ballots.every(
    ([commitment], index) => index === 0 || (ballots[index - 1]?.[0] ?? '') < commitment,
  )
  const isAllowed = ballots.every(([, choices]) => choices.length > 0 && choices.length <= poll.most)
  return [
    ...(isAscending ? [] : ['Бюллетени стоят не по порядку или повторяются.']),
    ...(isAllowed ? [] : ['В бюллетене больше вариантов, чем можно, или ни одного.']),
    ...((await rootOf(ballots)) === root ? [] : ['Контрольная сумма списка не сходится.']),
    ...(isCounted(list) ? [] : ['Подсчёт не сходится с бюллетенями.']),
  ]
}

const isCounted = ({ poll, ballots, tally: said }: BallotList): boolean => {
  try {
    const counted = tally(
      poll.options.map(({ id }) => id),
      ballots.map(([, choices]) => choices),
    )
    return JSON.stringify(counted) === JSON.stringify(said)
  } catch {
    return false // a choice that is no option
  }
}
