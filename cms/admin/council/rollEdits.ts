import type { RollEntry } from '../../../collections/Sessions/roll.schema.ts'
import type { Vote } from '../../../collections/Sessions/sessions.schema.ts'

/** Pure edits of a roll: each gives a new one. */

export const entryOf = (roll: readonly RollEntry[], deputy: string): RollEntry | undefined =>
  roll.find((entry) => entry.deputy === deputy)

export const voteOf = (entry: RollEntry | undefined, item: string): Vote | '' =>
  entry?.votes.find((vote) => vote.item === item)?.vote ?? ''

/** Whoever is absent has voted on nothing. */
export const withPresence = (roll: readonly RollEntry[], deputy: string, present: boolean): RollEntry[] =>
  replaced(roll, deputy, (entry) => ({ ...entry, present, votes: present ? entry.votes : [] }))

export const withVote = (
  roll: readonly RollEntry[],
  { deputy, item, vote }: { deputy: string; item: string; vote: Vote | '' },
): RollEntry[] =>
  replaced(roll, deputy, (entry) => ({
    ...entry,
    present: true,
    votes: [...entry.votes.filter((each) => each.item !== item), ...(vote === '' ? [] : [{ item, vote }])],
  }))

/** «За» for everybody who is present and has no vote yet, on the given items. */
export const withDefault = (roll: readonly RollEntry[], items: readonly string[]): RollEntry[] =>
  roll.map((entry) =>
    entry.present
      ? {
          ...entry,
          votes: [
            ...entry.votes,
            ...items
              .filter((item) => voteOf(entry, item) === '')
              .map((item) => ({ item, vote: 'for' as const })),
          ],
        }
      : entry,
  )

/** Everybody, as present: whom the roll knows already stays as they are. */
export const withAll = (roll: readonly RollEntry[], deputies: readonly string[]): RollEntry[] =>
  deputies.map((deputy) => entryOf(roll, deputy) ?? { deputy, present: true, votes: [] })

const replaced = (
  roll: readonly RollEntry[],
  deputy: string,
  change: (entry: RollEntry) => RollEntry,
): RollEntry[] => {
  const known = entryOf(roll, deputy)
  const next = change(known ?? { deputy, present: false, votes: [] })
  return known ? roll.map((entry) => (entry === known ? next : entry)) : [...roll, next]
}
