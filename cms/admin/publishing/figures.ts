import type { PublishRecord, ServiceStatus } from '../../../collections/publications/service.schema.ts'

/** The value that the given share of the values does not exceed (nearest rank); null of none. */
export const quantile = (values: readonly number[], share: number): number | null =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? null

export type ShownPublish = PublishRecord & {
  key: string
  /** The site can be shown as it was before this one. */
  canGoBack: boolean
  /** Publishes after it that going back would hide too. */
  later: number
}

/**
 * The publishes, newest first, each with whether a rollback can go back before it. Generations count from 0 in every
 * release: only the records of the current release mean the numbers of `history`.
 */
export const shownPublishes = ({
  publishes,
  history,
}: Pick<ServiceStatus, 'publishes' | 'history'>): ShownPublish[] => {
  let isCurrent = true
  let newest = Infinity
  let later = 0
  return publishes.toReversed().map((record) => {
    const { at, generation, revision } = record
    const key = `${at}/${revision}`
    if (generation === undefined || !hasChanged(record)) return { ...record, key, canGoBack: false, later }
    if (generation >= newest) isCurrent = false
    newest = generation
    const shown = { ...record, key, canGoBack: isCurrent && history.includes(generation), later }
    later += 1
    return shown
  })
}

/** A publish in which no file differed has the number of the one before. */
const hasChanged = ({ written = 0, removed = 0 }: PublishRecord) => written + removed > 0
