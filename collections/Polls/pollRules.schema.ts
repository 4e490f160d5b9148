/** One choice or several. */
export const pollKinds = [
  { value: 'single', ru: 'Один вариант', en: 'One option' },
  { value: 'several', ru: 'Несколько вариантов', en: 'Several options' },
] as const

/** Who may vote; the words stand beside every result. */
export const pollLevels = [
  { value: 'open', ru: 'Открытое: любой посетитель', en: 'Open: any visitor' },
  { value: 'confirmed', ru: 'С подтверждением по почте', en: 'Confirmed by e-mail' },
] as const

/** When residents see numbers. */
export const pollResults = [
  { value: 'afterClose', ru: 'Только после окончания', en: 'After it closes' },
  { value: 'afterVoting', ru: 'Сразу тому, кто проголосовал', en: 'At once, to those who have voted' },
] as const

export type PollLevel = (typeof pollLevels)[number]['value']

/** Fewer votes than this could be told apart: their result is not shown. */
export const fewestShown = 5

/**
 * From the end of a poll to its count. A vote that was begun in the last second is written by then: the deadline below, the
 * timeout of the connection to the database (30 s) and clocks that differ a little, all together. So the count misses none.
 */
export const countAfterMs = 60_000

/** A vote that has waited longer than this for the database is not written any more, but refused. */
export const votingDeadlineMs = 15_000

/** Where the files of a counted poll are: by its id, so that a new address of its page leaves them in place. */
export const ballotsPath = (poll: string, type: 'json' | 'csv'): string =>
  `/golosovaniya/golosa/${poll}.${type}`
