import type { DemoClock } from '../time/demoClock.ts'
import { charter } from './charter.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { owners } from './owners.ts'
import { planning } from './planning.ts'

/** Twelve notices of all four kinds, at every stage from the notice to the conclusion, and one cancelled. */
export const hearingSeeds = (clock: DemoClock): HearingSeed[] => [
  ...planning(clock),
  ...charter(clock),
  ...owners(clock),
]
