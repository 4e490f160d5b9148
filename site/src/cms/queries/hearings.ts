import type { Row } from '../../components/props.ts'
import { hearingProgress, type HearingPhase } from '../../lib/hearingStages.ts'
import { hearingRow } from '../../lib/hearingWords.ts'
import { query } from '../door.ts'
import { bySlug, slugPaths } from './documents.ts'

export const getHearing = bySlug('hearings')

/** All hearings and meetings, the latest notice first. */
export const getHearings = query('list:hearings', ({ content }) => content.all('hearings').all().toReversed())

export interface HearingToday {
  phase: HearingPhase
  row: Row
  isDemo: boolean
}

/** What a notice says today, as a row: pages that show it are rendered anew when the row changes, not every day. */
export const hearingToday = query('clock:hearing', ({ content, clock }, id: string): HearingToday | null => {
  const hearing = content.doc('hearings', id)
  if (!hearing) return null
  const today = clock.day()
  return {
    phase: hearingProgress(hearing, today).phase,
    row: hearingRow(hearing, today),
    isDemo: hearing.demo ?? false,
  }
})

/** Every edition of a notice, the last first. */
export const editionsOf = query('list:editionsOf', ({ content }, hearing: string) =>
  content.group('editions', 'hearing', hearing).all().toReversed(),
)

export const hearingPaths = slugPaths('hearings')
