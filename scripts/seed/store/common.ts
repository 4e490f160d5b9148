import { documentSeeds, type DocumentKey } from '../documents/documents.ts'
import type { DemoClock } from '../time/demoClock.ts'
import { idOf, type Seeding } from './seeding.ts'

/** Rows of «Документы» for the papers of a record. */
export function papers(seeding: Seeding, keys: DocumentKey[] = []) {
  const seeds = documentSeeds(seeding.clock)
  return keys.map((key) => ({
    title: seeds.find((seed) => seed.key === key)?.title ?? key,
    file: idOf(seeding, 'document', key),
  }))
}

/** Published at the moment, or a little before now when the hour of the day has not come yet. */
export function published(clock: DemoClock, at: string) {
  const latest = new Date(clock.now.getTime() - 5 * 60_000).toISOString()
  return { publishedAt: at < latest ? at : latest, _status: 'published' as const }
}
