import { election } from './election.ts'
import { hearing, ownersMeeting } from './hearing.ts'
import { poll } from './poll.ts'
import type { Procedure } from './procedure.ts'
import { question } from './question.ts'
import { reception } from './reception.ts'
import { wish } from './wish.ts'

export const proceduresPath = '/kak-eto-rabotaet/'

/** In the order of the list. */
export const procedures: readonly Procedure[] = [
  question,
  wish,
  poll,
  hearing,
  ownersMeeting,
  reception,
  election,
]
