import type { DemoClock } from '../time/demoClock.ts'
import { charter } from './charter.ts'
import type { HearingSeed } from './hearingSeed.ts'
import { official } from './official.ts'
import { owners } from './owners.ts'
import { planning } from './planning.ts'

/** Fourteen notices of all five kinds, at every stage from the notice to the conclusion, one moved and one cancelled. */
export const hearingSeeds = (clock: DemoClock): HearingSeed[] => [
  ...planning(clock),
  ...charter(clock),
  ...owners(clock),
  ...official(clock),
]
