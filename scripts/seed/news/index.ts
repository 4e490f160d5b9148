import type { DemoClock } from '../time/demoClock.ts'
import { capitalRepair } from './capitalRepair.ts'
import { council } from './council.ts'
import { culture } from './culture.ts'
import { ecology } from './ecology.ts'
import { elections } from './elections.ts'
import { health } from './health.ts'
import { housing } from './housing.ts'
import { improvement } from './improvement.ts'
import type { NewsSeed } from './newsSeed.ts'
import { safety } from './safety.ts'
import { schools } from './schools.ts'
import { sport } from './sport.ts'
import { transport } from './transport.ts'

const topics = [
  improvement,
  transport,
  capitalRepair,
  housing,
  council,
  schools,
  culture,
  sport,
  health,
  safety,
  ecology,
  elections,
]

/** Sixty news items, five for each topic, oldest first (a later item may name an earlier one as related). */
export const newsSeeds = (clock: DemoClock): NewsSeed[] =>
  topics.flatMap((topic) => topic(clock)).sort((a, b) => b.ago - a.ago || a.time.localeCompare(b.time))
