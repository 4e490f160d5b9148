import { getTurnout } from '../cms/index.ts'
import { dayKey } from './dates.ts'

/** Turnout as open data: each figure with its source; `isDemo` marks an invented one. */
export const turnoutRecords = () =>
  getTurnout().map(({ year, votedOn, title, percent, note, source, demo }) => ({
    year,
    votedOn: votedOn ? dayKey(votedOn) : null,
    title,
    percent,
    note: note ?? null,
    source: source.name,
    sourceUrl: source.url ?? null,
    checkedAt: dayKey(source.checkedAt),
    isDemo: Boolean(demo),
  }))
