/** What was chosen on one ballot: ids of options. */
export type Choices = readonly string[]

export type Tally = {
  /** How many people voted. */
  ballots: number
  /** Per option, in the order of the poll. With several choices they add up to more than there are ballots. */
  options: { id: string; count: number; percent: number }[]
}

/**
 * The one count: of the admin, the page, the files, the recount in the browser. Whatever the order of the ballots, it gives
 * the same. A choice that is no option of the poll, or twice on one ballot, is an error of the list and stops it.
 */
export const tally = (options: readonly string[], ballots: Iterable<Choices>): Tally => {
  const counts = new Map(options.map((id) => [id, 0]))
  let total = 0
  for (const choices of ballots) {
    total += 1
    if (new Set(choices).size !== choices.length) throw new Error('A ballot names an option twice')
    for (const id of choices) {
      const count = counts.get(id)
      if (count === undefined) throw new Error(`A ballot names «${id}», which is no option`)
      counts.set(id, count + 1)
    }
  }
  return {
    ballots: total,
    options: [...counts].map(([id, count]) => ({ id, count, percent: percentOf(count, total) })),
  }
}

/** With one digit after the point. */
const percentOf = (count: number, total: number): number =>
  total === 0 ? 0 : Math.round((count / total) * 1000) / 10
