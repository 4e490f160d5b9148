import { dayOf, type Day } from '../moscow.schema.ts'
import type { Vote } from './sessions.schema.ts'

/** One deputy at one sitting: whether they came, and how they voted on the items of the agenda, by the id of its row. */
export interface RollEntry {
  deputy: string
  present: boolean
  votes: { item: string; vote: Vote }[]
}

/** The days a deputy is in office, both included; without a date it has no such bound. */
export interface Term {
  from?: string | null
  to?: string | null
}

export interface InOffice {
  term?: Term | null
  earlierTerms?: Term[] | null
}

export const isInOffice = ({ term, earlierTerms }: InOffice, day: Day): boolean =>
  [term ?? {}, ...(earlierTerms ?? [])].some(
    ({ from, to }) => (!from || dayOf(from) <= day) && (!to || dayOf(to) >= day),
  )

export type Tally = Record<Vote, number>

/** The votes on an item, counted. */
export const tallyOf = (roll: readonly RollEntry[], item: string): Tally => {
  const tally: Tally = { for: 0, against: 0, abstained: 0, absent: 0 }
  for (const { votes } of roll) for (const each of votes) if (each.item === item) tally[each.vote] += 1
  return tally
}

/** How many must be there: at least half of those elected. */
export const quorumOf = (seats: number): number => Math.ceil(seats / 2)

export interface RollCase {
  roll: readonly RollEntry[]
  /** Names of deputies by id, with their terms; who is not in it does not exist. */
  deputies: ReadonlyMap<string, InOffice & { name: string }>
  day: Day
}

/** Why a roll cannot be true, in words for the editor; empty when it can. */
export function rollProblems({ roll, deputies, day }: RollCase): string[] {
  const seen = new Set<string>()
  return roll.flatMap(({ deputy, present, votes }) => {
    const known = deputies.get(deputy)
    if (!known) return ['Среди голосов есть депутат, которого нет на портале.']
    const { name } = known
    const items = votes.map(({ item }) => item)
    const problems = [
      seen.has(deputy) && `${name} отмечен дважды.`,
      new Set(items).size < items.length && `${name} голосует по одному вопросу дважды.`,
      !present &&
        votes.some(({ vote }) => vote !== 'absent') &&
        `${name} отсутствует на заседании и не мог голосовать.`,
      !isInOffice(known, day) && `${name} в день заседания не был депутатом.`,
    ]
    seen.add(deputy)
    return problems.filter((problem) => problem !== false)
  })
}
