import type { DemoClock } from '../time/demoClock.ts'
import { ahead } from './ahead.ts'
import type { EventSeed } from './eventSeed.ts'
import { now } from './now.ts'
import { official } from './official.ts'
import { past } from './past.ts'
import { receptions } from './receptions.ts'
import { series } from './series.ts'

/** Events done, running, today, tomorrow, ahead, and again and again. */
export const eventSeeds = (clock: DemoClock): EventSeed[] => [
  ...past(clock),
  ...now(clock),
  ...official(clock),
  ...receptions(clock),
  ...ahead(clock),
  ...series(clock),
]
